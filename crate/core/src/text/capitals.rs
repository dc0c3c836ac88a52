//! Capitals of letters. The standard library's go by a table of every script, 5 KB of the packed extension, where for
//! names and sentences those of the alphabets do.

/// How far behind its capital a letter stands: in Latin, Greek, Cyrillic and Armenian, their supplements, and `ÿ`.
const DISTANCES: [i32; 10] = [32, 1, 80, 48, 38, 37, 64, 63, 8, -121];

/// The letter's capital; the letter itself where it has none of its own, as `ß` has not.
pub fn capital(letter: char) -> char {
    let is_capital = |of: &char| of.is_uppercase() && of.to_lowercase().eq([letter]);
    let at = |distance: i32| {
        u32::try_from(letter as i32 - distance)
            .ok()
            .and_then(char::from_u32)
    };
    if letter.is_lowercase() {
        let found = DISTANCES.into_iter().filter_map(at).find(is_capital);
        found.unwrap_or(letter)
    } else {
        letter
    }
}

/// A name in capitals.
pub(crate) fn in_capitals(name: &str) -> String {
    name.chars().map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_of_the_alphabets_are_the_standard_ones_but_for_signs_and_what_has_none_of_one_letter()
     {
        let alphabets = ('a'..='\u{17f}')
            .chain('\u{370}'..='\u{586}')
            .chain('\u{1e00}'..='\u{1eff}');
        let others: String = alphabets
            .filter(|letter| !letter.to_uppercase().eq([capital(*letter)]))
            .collect();
        assert_eq!(others, "µßıŉſͻͼͽΐΰςϐϑϕϖϰϱϲϳϵӏẖẗẘẙẚẛ");
    }

    #[test]
    fn what_has_no_capital_stays() {
        for (name, capitals) in [
            ("Łódź", "ŁÓDŹ"),
            ("Ærø 7", "ÆRØ 7"),
            ("Straße", "STRAßE"),
            ("東京", "東京"),
            ("", ""),
        ] {
            assert_eq!(in_capitals(name), capitals);
        }
    }
}
