//! Small letters and capitals. The standard library's go by tables of every script, 12 KB of the packed extension, where
//! for names and sentences those of the alphabets do: Latin, Greek, Cyrillic and Armenian. No letter becomes two.

/// Capitals whose small letter does not stand right behind them, and how far behind it does.
const APART: [(char, char, i32); 14] = [
    ('A', 'Z', 32),
    ('À', 'Þ', 32),
    ('İ', 'İ', -199),
    ('Ÿ', 'Ÿ', -121),
    ('Ά', 'Ά', 38),
    ('Έ', 'Ί', 37),
    ('Ό', 'Ό', 64),
    ('Ύ', 'Ώ', 63),
    ('Α', 'Ϋ', 32),
    ('Ѐ', 'Џ', 80),
    ('А', 'Я', 32),
    ('Ӏ', 'Ӏ', 15),
    ('Ա', 'Ֆ', 48),
    ('ẞ', 'ẞ', -7615),
];

fn moved(letter: char, distance: i32) -> Option<char> {
    let code = u32::try_from(letter as i32 + distance).ok()?;
    char::from_u32(code)
}

/// The small letter of a capital; the letter itself where there is none.
pub fn small(letter: char) -> char {
    if !letter.is_uppercase() {
        return letter;
    }
    let apart = APART
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&letter));
    let of = match apart {
        Some(&(_, _, distance)) => moved(letter, distance),
        None => moved(letter, 1),
    };
    of.filter(|of| of.is_lowercase()).unwrap_or(letter)
}

/// A text in small letters.
pub fn lowercase(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.chars().map(small).collect()
    }
}

/// The letter's capital; the letter itself where it has none of its own, as `ß` has not.
pub fn capital(letter: char) -> char {
    if !letter.is_lowercase() {
        return letter;
    }
    let distances = APART.iter().map(|(_, _, distance)| *distance).chain([1]);
    let mut capitals = distances.filter_map(|distance| moved(letter, -distance));
    let found =
        capitals.find(|of| small(*of) == letter && *of != letter && !matches!(of, 'İ' | 'ẞ'));
    found.unwrap_or(letter)
}

/// A name in capitals.
pub(crate) fn in_capitals(name: &str) -> String {
    name.chars().map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alphabets() -> impl Iterator<Item = char> {
        let latin = ('\0'..='\u{17f}')
            .chain('\u{1cd}'..='\u{21f}')
            .chain('\u{1e00}'..='\u{1eff}');
        latin.chain('\u{370}'..='\u{586}')
    }

    #[test]
    fn capitals_of_the_alphabets_are_the_standard_ones_but_for_what_no_name_has() {
        let others: String = alphabets()
            .filter(|letter| !letter.to_uppercase().eq([capital(*letter)]))
            .collect();
        assert_eq!(others, "µßıŉſǝǰǲǳẖẗẘẙẚẛͻͼͽΐΰςϐϑϕϖϗϰϱϲϳϵ");
    }

    #[test]
    fn small_letters_of_the_alphabets_are_the_standard_ones_but_for_what_no_name_has() {
        let others: String = alphabets()
            .filter(|letter| !letter.to_lowercase().eq([small(*letter)]))
            .collect();
        assert_eq!(others, "İǱǲǶǷͿϏϔϴϹϽϾϿ");
    }

    #[test]
    fn words_change_letter_by_letter() {
        for (name, smalls, capitals) in [
            ("Łódź", "łódź", "ŁÓDŹ"),
            ("Ærø 7", "ærø 7", "ÆRØ 7"),
            ("Straße", "straße", "STRAßE"),
            ("İzmir", "izmir", "İZMIR"),
            ("ΑΘΗΝΑΣ", "αθηνασ", "ΑΘΗΝΑΣ"),
            ("東京", "東京", "東京"),
            ("", "", ""),
        ] {
            assert_eq!(lowercase(name), smalls);
            assert_eq!(in_capitals(name), capitals);
        }
    }
}
