//! Letters without the marks that writers leave out: "Noël" and "Noel" are one name.

/// A letter and the marked ones that may be written as it.
const MARKED: [(char, &str); 14] = [
    ('a', "àáâãäåāăą"),
    ('c', "çćĉċč"),
    ('d', "ďđ"),
    ('e', "èéêëēĕėęě"),
    ('g', "ĝğġģ"),
    ('i', "ìíîïĩīĭį"),
    ('l', "ĺļľł"),
    ('n', "ñńņň"),
    ('o', "òóôõöøōŏő"),
    ('r', "ŕŗř"),
    ('s', "śŝşšș"),
    ('t', "ţťț"),
    ('u', "ùúûüũūŭůűų"),
    ('z', "źżž"),
];

/// A word in lower case without marks.
pub(crate) fn plain(word: &str) -> String {
    let bare = |letter: char| {
        let marked = MARKED.iter().find(|(_, marked)| marked.contains(letter));
        marked.map_or(letter, |(plain, _)| *plain)
    };
    let combining = |letter: &char| matches!(letter, '\u{300}'..='\u{36f}');
    if word.is_ascii() {
        return word.to_owned();
    }
    word.chars()
        .filter(|letter| !combining(letter))
        .map(bare)
        .collect()
}
