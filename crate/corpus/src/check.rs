//! A document checked: its report, with an id for each finding that stays the same while the figure does.

use crate::suppressed::Suppressions;
use plumbline_core::language::Language;
use plumbline_core::reference::{Reference, ReferenceText};
use plumbline_core::report::{Finding, Level, Reason, Report, Summary};
use plumbline_core::{check_beside, check_inside};
use plumbline_document::Document;
use plumbline_packed::Opened;
use std::collections::HashMap;

/// How many entities of a packed set an article is held against.
const MOST_NAMED: usize = 5_000;

/// What articles are held against.
#[derive(Debug, Clone, Copy)]
pub enum Against<'r> {
    /// Nothing but themselves.
    Themselves,
    /// A reference set.
    Set(&'r Reference),
    /// Other articles on the same story; the reference states nothing.
    Story(&'r Reference, &'r [ReferenceText]),
    /// All of that.
    All(&'r Reference, &'r [ReferenceText]),
    /// A packed set, of which each article needs what it names, and other articles on the same story.
    Packed(&'r Opened<'r>, &'r [ReferenceText]),
}

/// Holds an article against what there is. Findings of another sort than was asked for are left out.
pub fn report(language: Language, document: &Document, against: Against<'_>) -> Report {
    let page = &document.page;
    let (mut report, from_sources) = match against {
        Against::Themselves => return check_inside(language, page),
        Against::All(set, texts) => return check_beside(page, set, texts),
        Against::Packed(set, texts) => {
            return check_beside(page, &named(language, document, set), texts);
        }
        Against::Set(set) => (check_beside(page, set, &[]), true),
        Against::Story(nothing, texts) => (check_beside(page, nothing, texts), true),
    };
    report
        .findings
        .retain(|finding| matches!(finding.reason, Reason::Sources(_)) == from_sources);
    count(&mut report);
    report
}

/// The part of a packed set that an article names.
fn named(language: Language, document: &Document, set: &Opened<'_>) -> Reference {
    let page = &document.page;
    let blocks = page.blocks.iter().map(|block| block.text.as_str());
    let mut texts = std::iter::once(page.title.as_str()).chain(blocks);
    let named = set.names.named(&mut texts, MOST_NAMED);
    // Every checksum was looked at when it was opened.
    let set = set.subset(&named).unwrap_or_default();
    Reference::new(language, set).0
}

/// Counts the findings of a report anew.
fn count(report: &mut Report) {
    let of = |level: Level| report.findings.iter().filter(|f| f.level == level).count();
    report.summary = Summary {
        warned: of(Level::Warn),
        marked: of(Level::Mark),
        supported: of(Level::None),
        ..report.summary
    };
}

/// A document with what was found in it.
#[derive(Debug)]
pub struct Checked {
    /// What it is called.
    pub name: String,
    /// The document.
    pub document: Document,
    /// What was found; what was suppressed is not among it.
    pub report: Report,
    /// The id of each finding of the report.
    pub ids: Vec<String>,
    /// What was suppressed, each with its id and the reason that was given.
    pub suppressed: Vec<(String, Finding, String)>,
}

impl Checked {
    /// Checks a document; findings that somebody has looked at and given a reason for are set aside.
    pub fn of(
        language: Language,
        name: String,
        document: Document,
        against: Against<'_>,
        suppressions: &Suppressions,
    ) -> Self {
        let mut report = report(language, &document, against);
        let all = ids(&name, &document, &report.findings);
        let (mut kept, mut ids, mut suppressed) = (Vec::new(), Vec::new(), Vec::new());
        for (finding, id) in std::mem::take(&mut report.findings).into_iter().zip(all) {
            if let Some(reason) = suppressions.reason(&id) {
                suppressed.push((id, finding, reason.to_owned()));
            } else {
                kept.push(finding);
                ids.push(id);
            }
        }
        report.findings = kept;
        if !suppressed.is_empty() {
            count(&mut report);
        }
        Self {
            name,
            document,
            report,
            ids,
            suppressed,
        }
    }
}

/// The ids of findings: of the document, what the figure is about, and the figure as it is written, so that text that is
/// added or taken away elsewhere changes none. Of several that have all of that in common, those after the first are
/// counted.
fn ids(name: &str, document: &Document, findings: &[Finding]) -> Vec<String> {
    let own = if document.page.url.is_empty() {
        name.rsplit(['/', '\\']).next().unwrap_or(name)
    } else {
        &document.page.url
    };
    let mut met: HashMap<u64, usize> = HashMap::new();
    let ids = findings.iter().map(|finding| {
        let sort = match &finding.reason {
            Reason::Sources(_) => String::from("sources"),
            Reason::Article(odds) => format!("{:?}", odds.tie),
        };
        let quotes = finding.places.iter().map(|place| place.quote.as_str());
        let parts = [own, &sort, &finding.about].into_iter().chain(quotes);
        let hash = hash(parts);
        let times = met.entry(hash).or_default();
        *times += 1;
        match *times {
            1 => format!("{hash:016x}"),
            times => format!("{hash:016x}-{times}"),
        }
    });
    ids.collect()
}

/// FNV-1a over texts, with a byte between them that no text holds.
fn hash<'t>(texts: impl Iterator<Item = &'t str>) -> u64 {
    let bytes = texts.flat_map(|text| text.bytes().chain(std::iter::once(0xff)));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
