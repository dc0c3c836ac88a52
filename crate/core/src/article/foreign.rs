//! Whether an article is in another language than English, the one that is read here.
//!
//! What a page says of its language is often left over from a template: an article that says it is not English is
//! taken at its word only where the words that English cannot do without are missing as well.

use crate::language::Language;
use crate::lexicon::class;

/// So many of a hundred words are such words at least: in English some 15, elsewhere only those of quotations.
const SHARE: usize = 6;

/// How many words are looked at.
const WORDS: usize = 2000;

/// The stated language, if the texts are in it and it is not English.
pub(super) fn language<'p>(
    read: Language,
    stated: &'p str,
    texts: impl Iterator<Item = &'p str>,
) -> Option<&'p str> {
    let primary = stated.trim().split(['-', '_']).next().unwrap_or("");
    let is_code =
        matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let is_other = !["en", "eng", "und", "mul", "zxx"]
        .iter()
        .any(|known| primary.eq_ignore_ascii_case(known));
    (is_code && is_other && !is_in(read, texts)).then_some(stated.trim())
}

/// Whether the texts are in the language that is read.
fn is_in<'p>(language: Language, texts: impl Iterator<Item = &'p str>) -> bool {
    let mut all = 0;
    let mut known = 0;
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    for word in words.filter(|word| !word.is_empty()).take(WORDS) {
        all += 1;
        known += usize::from(language.classes_of(word).meets(class::ENGLISH));
    }
    known * 100 >= all * SHARE
}

#[cfg(test)]
mod tests {
    use super::language;
    use crate::language::Language;

    const ENGLISH: &str = "The firm has put $14.3 billion into the start-up, which was founded in 2016 by two friends.";
    const GERMAN: &str =
        "Der Konzern hat 14,3 Milliarden Dollar in das 2016 gegründete Unternehmen gesteckt.";
    const FRENCH: &str =
        "Le groupe a investi 14,3 milliards de dollars dans la jeune pousse, fondée en 2016.";
    const DUTCH: &str =
        "Het bedrijf is of was in handen van de oprichters en had 14,3 miljard dollar nodig.";
    const JAPANESE: &str = "同社は2016年に設立された新興企業に143億ドルを投資した。";

    #[test]
    fn an_article_in_another_language_is_left_alone_only_where_page_and_words_agree() {
        let cases = [
            ("de", GERMAN, true),
            ("de-AT", GERMAN, true),
            ("FR_ca", FRENCH, true),
            ("nl", DUTCH, true),
            ("ja", JAPANESE, true),
            // The page is wrong about itself.
            ("de", ENGLISH, false),
            ("fr-FR", ENGLISH, false),
            // Nothing is said, or nothing that is a language.
            ("", GERMAN, false),
            ("und", GERMAN, false),
            ("utf-8", GERMAN, true),
            ("english", GERMAN, false),
            ("en", GERMAN, false),
            ("EN-gb", FRENCH, false),
            // There is nothing to read.
            ("de", "", false),
            ("de", "14.3 – 2016", false),
        ];
        for (stated, text, foreign) in cases {
            let found = language(Language::english(), stated, [text].into_iter());
            assert_eq!(found.is_some(), foreign, "{stated}: {text}");
        }
    }

    #[test]
    fn a_quotation_does_not_make_an_article_english() {
        let texts = [
            GERMAN,
            FRENCH,
            GERMAN,
            FRENCH,
            "„That is the plan“, sagte er.",
        ];
        assert_eq!(
            language(Language::english(), "de", texts.into_iter()),
            Some("de")
        );
    }
}
