//! How much room things take, for people.

/// How much room something takes, for people.
pub(super) fn in_bytes(bytes: usize) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::in_bytes;

    #[test]
    fn room_is_told_in_units_that_people_know() {
        for (bytes, told) in [
            (1, "1 KB"),
            (84_001, "85 KB"),
            (1_000_000, "1.0 MB"),
            (12_345_678, "12.3 MB"),
        ] {
            assert_eq!(in_bytes(bytes), told);
        }
    }
}
