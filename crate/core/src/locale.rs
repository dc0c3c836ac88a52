//! How the place that a page is written for writes what can be read in two ways: which dollar "$" is, whether 03/04 is
//! in April, and whether a comma parts decimals. Where that is not known, it stays open.

use crate::language::{Country, Language};
use crate::page::Page;

/// What is known of the place that a text is written for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Locale {
    /// What "$" is, and a dollar without its country.
    pub dollar: Dollar,
    /// How days are written in figures.
    pub days: DayOrder,
    /// Whether a comma parts decimals in a number that has no unit.
    pub decimal_comma: bool,
}

/// Whose dollar "$" is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dollar {
    /// The dollar of the United States.
    #[default]
    American,
    /// The currency with that ISO 4217 code.
    Of(&'static str),
    /// It may be the dollar of the place or another one.
    Open,
}

/// In which order the day and the month of "03/04/2025" stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// Nobody knows: such a day is left out.
    #[default]
    Open,
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// The country with those two letters.
fn of_code(language: Language, code: &str) -> Option<&'static Country> {
    (language.countries().iter()).find(|country| country.code.eq_ignore_ascii_case(code))
}

/// The country whose addresses end so.
fn of_address(language: Language, url: &str) -> Option<&'static Country> {
    let host = url.split_once("://")?.1.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    let end = host.trim_end_matches('.').rsplit('.').next()?;
    (language.countries().iter()).find(|country| {
        let mut domains = country.domains.split('|');
        domains.any(|domain| domain.eq_ignore_ascii_case(end))
    })
}

/// The region of a language: "CA" of "en-CA", "en_CA.UTF-8", "en-Latn-CA".
fn region(language: &str) -> Option<&str> {
    language
        .trim()
        .split(['-', '_', '.'])
        .skip(1)
        .find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// The languages that a page's structured data says it is in.
fn in_data(data: &str) -> impl Iterator<Item = &str> {
    data.split("\"inLanguage\"").skip(1).filter_map(|rest| {
        let value = rest.trim_start().strip_prefix(':')?.trim_start();
        value.strip_prefix('"')?.split('"').next()
    })
}

/// The country that a page is written for: as its address says, or the region of its language. What sharing and search
/// are told is American by default, and counts for other countries only.
fn country(language: Language, page: &Page) -> Option<&'static Country> {
    let told =
        std::iter::once(page.place.as_str()).chain(page.data.iter().flat_map(|d| in_data(d)));
    of_address(language, &page.url)
        .or_else(|| of_code(language, region(&page.language)?))
        .or_else(|| {
            told.filter_map(region)
                .filter(|region| !region.eq_ignore_ascii_case("US"))
                .find_map(|region| of_code(language, region))
        })
}

impl Locale {
    /// That of a page.
    pub fn of(language: Language, page: &Page) -> Self {
        let Some(country) = country(language, page) else {
            return Self::default();
        };
        Self {
            dollar: country.dollar_of(page),
            days: match country.day_first {
                Some(true) => DayOrder::DayFirst,
                Some(false) => DayOrder::MonthFirst,
                None => DayOrder::Open,
            },
            decimal_comma: country.decimal_comma,
        }
    }

    /// Whether a text may be read in another way than where nothing is known.
    pub(crate) fn matters_to(self, text: &str) -> bool {
        let dollar = self.dollar != Dollar::American
            && ["$", "¢", "ollar", "cent"]
                .iter()
                .any(|sign| text.contains(sign));
        let days = self.days != DayOrder::Open
            && text
                .as_bytes()
                .windows(2)
                .any(|two| two[0].is_ascii_digit() && matches!(two[1], b'/' | b'-'));
        dollar || days || self.decimal_comma && text.contains(',')
    }
}

impl Country {
    /// What "$" is on its pages. Where they write "US$", another "$" is their own; where they write "C$", it is not.
    fn dollar_of(&self, page: &Page) -> Dollar {
        let own = match self.dollar {
            "USD" => return Dollar::American,
            "open" => return Dollar::Open,
            code => code,
        };
        let written = |signs: &str| {
            let mut texts = page.blocks.iter().map(|block| block.text.as_str());
            texts.any(|text| signs.split('|').any(|sign| is_written(text, sign)))
        };
        match (written("US$|U.S.$"), written(self.signs)) {
            (true, false) => Dollar::Of(own),
            (false, true) => Dollar::American,
            _ => Dollar::Open,
        }
    }
}

/// Whether an amount with that sign stands in a text.
fn is_written(text: &str, sign: &str) -> bool {
    text.match_indices(sign).any(|(at, _)| {
        let letter = |c: char| c.is_alphanumeric();
        !text[..at].ends_with(letter)
            && text[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::{DayOrder, Dollar, Locale, country};
    use crate::language::Language;
    use crate::page::{Block, Page};

    fn page((url, language, place, data): (&str, &str, &str, &str), text: &str) -> Page {
        Page {
            url: url.to_owned(),
            language: language.to_owned(),
            place: place.to_owned(),
            data: vec![data.to_owned()],
            blocks: vec![Block {
                text: text.to_owned(),
                ..Block::default()
            }],
            ..Page::default()
        }
    }

    #[test]
    fn the_address_says_where_a_page_belongs_before_its_language() {
        let wire = "{\"@type\": \"NewsArticle\", \"inLanguage\": \"en-NZ\"}";
        for (about, code) in [
            (("https://www.gazette.ca/a?b.au", "en", "", ""), "CA"),
            (("https://gazette.com.au:8080/a", "en-US", "", ""), "AU"),
            (("https://a@gazette.co.uk", "", "en_US", ""), "GB"),
            (("https://gazette.example/uk", "en-ca", "", ""), "CA"),
            (("", "en-Latn-IN", "", ""), "IN"),
            (("https://gazette.example", "en-US", "en_GB", ""), "US"),
            (("https://gazette.example", "en", "en_AU", wire), "AU"),
            (("https://gazette.example", "en", "en_US", wire), "NZ"),
            // What sharing and search are told by default says nothing.
            (("https://gazette.example", "en", "en_US", ""), ""),
            (
                ("https://gazette.example", "en", "", "\"inLanguage\": 4"),
                "",
            ),
            (("gazette.ca", "english", "", ""), ""),
            (("", "", "", ""), ""),
        ] {
            let found =
                country(Language::english(), &page(about, "")).map_or("", |country| country.code);
            assert_eq!(found, code, "{about:?}");
        }
    }

    #[test]
    fn a_dollar_belongs_to_the_place_only_where_the_page_tells_it_from_others() {
        let canadian = ("https://gazette.ca", "en", "", "");
        let british = ("https://gazette.co.uk", "en", "", "");
        for (about, text, dollar) in [
            (
                canadian,
                "It cost $4 million, or US$3 million.",
                Dollar::Of("CAD"),
            ),
            (
                canadian,
                "It cost C$4 million, or $3 million.",
                Dollar::American,
            ),
            (canadian, "It cost $4 million.", Dollar::Open),
            (
                canadian,
                "It cost US$4 million, or C$5 million.",
                Dollar::Open,
            ),
            (canadian, "BUS$4 and C$H.", Dollar::Open),
            (
                british,
                "It cost $4 million, or A$6 million.",
                Dollar::American,
            ),
            (("https://gazette.zw", "en", "", ""), "US$4", Dollar::Open),
            (("", "", "", ""), "$4 and US$3", Dollar::American),
        ] {
            assert_eq!(
                Locale::of(Language::english(), &page(about, text)).dollar,
                dollar,
                "{text}"
            );
        }
    }

    #[test]
    fn the_order_of_days_is_the_country_s() {
        for (url, days, decimal_comma) in [
            ("https://gazette.us", DayOrder::MonthFirst, false),
            ("https://gazette.ie", DayOrder::DayFirst, false),
            ("https://gazette.co.za", DayOrder::DayFirst, true),
            ("https://gazette.ca", DayOrder::Open, false),
            ("https://gazette.example", DayOrder::Open, false),
        ] {
            let locale = Locale::of(Language::english(), &page((url, "", "", ""), ""));
            assert_eq!(
                (locale.days, locale.decimal_comma),
                (days, decimal_comma),
                "{url}"
            );
        }
    }

    #[test]
    fn only_what_may_be_read_in_another_way_is_read_again() {
        let canadian = Locale {
            dollar: Dollar::Open,
            days: DayOrder::DayFirst,
            decimal_comma: true,
        };
        for (text, matters) in [
            ("It cost $4.", true),
            ("Half a million dollars.", true),
            ("On 3/4/2025.", true),
            ("It is 12,5 wide.", true),
            ("It cost 40 francs and/or two cows.", false),
        ] {
            assert_eq!(canadian.matters_to(text), matters, "{text}");
            assert!(!Locale::default().matters_to(text), "{text}");
        }
    }
}
