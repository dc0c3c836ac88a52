//! Every fault of a set is told with file and line.

use plumbline_core::figures;
use plumbline_core::language::Language;
use plumbline_core::text::tokens;
use plumbline_interchange::toml::verify;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// A copy of the set about mountains with one file changed.
fn broken(name: &str, file: &str, change: impl Fn(String) -> String) -> PathBuf {
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mountains");
    let to = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(to.join("sources")).expect("a folder");
    for path in [
        "set.toml",
        "entities.toml",
        "properties.toml",
        "sources/britannica.toml",
        "sources/survey-1955.toml",
        "sources/survey-2020.toml",
    ] {
        let text = fs::read_to_string(from.join(path)).expect("a file of the set");
        let text = if path == file { change(text) } else { text };
        fs::write(to.join(path), text).expect("a file");
    }
    to
}

type Change = fn(String) -> String;

/// What is broken: a name for it, the file, the change, and what must be told.
const CASES: &[(&str, &str, Change, &str)] = &[
    (
        "unknown-property",
        "sources/survey-2020.toml",
        |t| t.replace("\"height\"", "\"beauty\""),
        "survey-2020.toml:5: there is no property \"beauty\"",
    ),
    (
        "unknown-entity",
        "sources/survey-2020.toml",
        |t| t.replace("\"everest\"", "\"fuji\""),
        "survey-2020.toml:5: there is no entity \"fuji\"",
    ),
    (
        "two-figures",
        "sources/survey-2020.toml",
        |t| t.replace("8,848.86 metres", "8,848 metres or 29,029 feet"),
        "survey-2020.toml:5: \"8,848 metres or 29,029 feet\" must hold exactly one figure",
    ),
    (
        "wrong-kind",
        "sources/survey-2020.toml",
        |t| t.replace("8,848.86 metres", "$8,848"),
        "survey-2020.toml:5: \"$8,848\" is read as money",
    ),
    (
        "bad-date",
        "sources/survey-2020.toml",
        |t| t.replace("2020-12-08", "December 2020"),
        "survey-2020.toml:3: date \"December 2020\" is none",
    ),
    (
        "words-of-an-unknown-class",
        "properties.toml",
        |t| t.replace("occasion first_ascent", "occasion @giant"),
        "properties.toml:13: the words \"occasion @giant|first_climb|first_successful_ascent\" cannot be read: there is no class of words @giant",
    ),
    (
        "words-that-are-none",
        "properties.toml",
        |t| t.replace("occasion first_ascent", "it was climbed"),
        "properties.toml:13: the words \"it was climbed|first_climb|first_successful_ascent\" cannot be read: it is no word with its places",
    ),
    (
        "own-property-without-a-label",
        "properties.toml",
        |t| {
            t.replace(
                "label = \"the year in which {entity} was first climbed\"\n",
                "",
            )
        },
        "properties.toml:13: \"first-ascent\" needs a label: no relation that ships is called so",
    ),
    (
        "unknown-key",
        "entities.toml",
        |t| {
            t.replace(
                "kind = \"mountain\"\naliases = [\"Kanch",
                "sort = \"mountain\"\naliases = [\"Kanch",
            )
        },
        "entities.toml:",
    ),
    (
        "name-twice",
        "entities.toml",
        |t| t.replace("\"Chogori\"", "\"Everest\""),
        "\"Everest\" is already a name of \"everest\"",
    ),
    (
        "both-cannot-be-meant",
        "sources/survey-2020.toml",
        |t| {
            t + "\n[[statement]]\nproperty = \"height\"\nentity = \"everest\"\nquantity = \"8,900 metres\"\n"
        },
        "survey-2020.toml:10: the same source states",
    ),
    (
        "unknown-kind",
        "properties.toml",
        |t| t.replace("kinds = [\"dimension\"]", "kinds = [\"dimention\"]"),
        "properties.toml:4: there is no kind \"dimention\": write one of money,",
    ),
    (
        "unit-that-measures-nothing",
        "properties.toml",
        |t| t.replace("\"metre\", \"foot\"", "\"metre\", \"league\""),
        "properties.toml:1: nothing is measured in \"league\"",
    ),
    (
        "unit-of-another-spelling",
        "properties.toml",
        |t| t.replace("\"metre\", \"foot\"", "\"meter\", \"foot\""),
        "properties.toml:1: the unit \"meter\" is called \"metre\"",
    ),
    (
        "derivation-from-one-term",
        "set.toml",
        |t| t.replace(", \"first-ascent(O)\"", ""),
        "set.toml:5: this derivation is from an age at an event and the year of the event, and one term is given",
    ),
    (
        "derivation-from-an-unknown-property",
        "set.toml",
        |t| t.replace("\"first-ascent(O)\"", "\"last-ascent(O)\""),
        "set.toml:5: a derivation names the property \"last-ascent\"",
    ),
    (
        "place-that-nothing-binds",
        "set.toml",
        |t| t.replace("age-at-first-ascent(E, O)", "age(E)"),
        "set.toml:5: nothing says whom O stands for",
    ),
    (
        "arithmetic-that-does-not-close",
        "sources/britannica.toml",
        |t| t.replacen("\"33 years old\"", "\"53 years old\"", 1),
        "set.toml:5: a derivation gives a value for Edmund Hillary's age that no statement agrees with",
    ),
    (
        "short-name-twice",
        "entities.toml",
        |t| {
            t + "\n[[entity]]\nid = \"peter\"\nname = \"Peter Hillary\"\nkind = \"climber\"\nshort = [\"Hillary\"]\n"
        },
        "entities.toml:32: \"Hillary\" is already a name of \"hillary\"",
    ),
    (
        "acts-for-nobody",
        "entities.toml",
        |t| t + "acts-for = \"norgay\"\n",
        "entities.toml:25: acts-for names \"norgay\"",
    ),
    (
        "acts-for-themselves",
        "entities.toml",
        |t| t + "acts-for = \"hillary\"\n",
        "entities.toml:25: acts-for \"hillary\" leads back here",
    ),
    (
        "empty-name",
        "entities.toml",
        |t| t.replace("\"Chogori\"", "\"\""),
        "\"\" is no name",
    ),
    (
        "name-of-an-article",
        "entities.toml",
        |t| t.replace("\"Chogori\"", "\"the\""),
        "\"the\" is no name: such words stand in every text",
    ),
    (
        "name-of-a-number",
        "entities.toml",
        |t| t.replace("\"Chogori\"", "\"5\""),
        "\"5\" is no name: it would be read as a figure",
    ),
    (
        "pronoun-of-nobody",
        "entities.toml",
        |t| t + "pronoun = \"her\"\n",
        "entities.toml:25: \"her\" is no pronoun: `he` or `she`",
    ),
    (
        "copy-of-itself",
        "sources/survey-2020.toml",
        |t| t.replacen('\n', "\ncopy-of = \"survey-2020\"\n", 1),
        "survey-2020.toml:2: copy-of \"survey-2020\" leads back here",
    ),
    (
        "copy-of-nothing",
        "sources/survey-2020.toml",
        |t| t.replacen('\n', "\ncopy-of = \"survey-2021\"\n", 1),
        "survey-2020.toml:2: copy-of names \"survey-2021\", and there is no such source",
    ),
    (
        "no-publisher",
        "sources/survey-2020.toml",
        |t| t.replace("Survey Department of Nepal", ""),
        "survey-2020.toml:1: publisher must be given; where the document names none, described says what it is",
    ),
    (
        "reversed-span",
        "sources/britannica.toml",
        |t| t.replace("1953-05-29", "1954/1953"),
        "britannica.toml:46: \"1954/1953\" is no date",
    ),
    (
        "span-of-three",
        "sources/britannica.toml",
        |t| t.replace("1953-05-29", "1952/1953/1954"),
        "britannica.toml:46: \"1952/1953/1954\" is no date",
    ),
];

#[test]
fn faults_are_told_with_file_and_line() {
    for &(name, file, change, expected) in CASES {
        let (_, problems) = verify(&broken(name, file, change));
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(
            told.iter().any(|line| line.contains(expected)),
            "{name}: {expected:?} is not in {told:#?}"
        );
    }
}

#[test]
fn copies_that_go_in_a_circle_are_told() {
    let folder = broken("circle", "sources/survey-2020.toml", |t| {
        t.replacen('\n', "\ncopy-of = \"survey-1955\"\n", 1)
    });
    let other = folder.join("sources/survey-1955.toml");
    let text = fs::read_to_string(&other).expect("a file of the set");
    let text = text.replacen('\n', "\ncopy-of = \"survey-2020\"\n", 1);
    fs::write(&other, text).expect("a file");
    let (_, problems) = verify(&folder);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    for expected in [
        "survey-1955.toml:2: copy-of \"survey-2020\" leads back here",
        "survey-2020.toml:2: copy-of \"survey-1955\" leads back here",
    ] {
        assert!(told.iter().any(|line| line.contains(expected)), "{told:#?}");
    }
}

/// A set with `number` sources, each a copy of the one before where `chain`, that state a height of one mountain.
fn of_many(name: &str, sources: usize, statements: usize, chain: bool) -> PathBuf {
    let folder = broken(name, "sources/survey-2020.toml", |t| t);
    for source in 0..sources {
        let mut text = String::from("publisher = \"A survey\"\ntitle = \"Heights\"\n");
        if chain && source > 0 {
            let _ = writeln!(text, "copy-of = \"many-{}\"", source - 1);
        }
        for statement in 0..statements {
            let year = 1000 + statement % 1000;
            text += "[[statement]]\nproperty = \"height\"\nentity = \"everest\"\n";
            let height = 1001 + 10 * (source + statement / 1000);
            let _ = writeln!(text, "quantity = \"{height} metres\"");
            if statements > 1 {
                let _ = writeln!(text, "time = \"{year}\"");
            }
        }
        let path = folder.join(format!("sources/many-{source}.toml"));
        fs::write(path, text).expect("a file");
    }
    folder
}

/// Each of these takes minutes where the time grows with the square or the cube of the set.
#[test]
fn sets_of_many_parts_are_verified_in_linear_time() {
    for (name, sources, statements, chain) in [
        ("many-sources-of-one-cell", 1_500, 1, false),
        ("many-copies-in-a-chain", 1_500, 1, true),
        ("many-statements-of-one-file", 1, 12_000, false),
    ] {
        let (loaded, _) = verify(&of_many(name, sources, statements, chain));
        assert!(loaded.set.statements.len() > sources * statements, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_and_not_read() {
    let folder = broken("device", "sources/survey-2020.toml", |t| t);
    for (name, device) in [("endless", "/dev/zero"), ("folder", "/tmp")] {
        let link = folder.join(format!("sources/{name}.toml"));
        std::os::unix::fs::symlink(device, &link).expect("a link");
        let (_, problems) = verify(&folder);
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let expected = format!("{name}.toml: is no file, and not read");
        assert!(
            told.iter().any(|line| line.ends_with(&expected)),
            "{told:#?}"
        );
    }
}

/// The list in the documentation is what can be written, and what figures are read as can be written.
#[test]
fn the_kinds_of_the_documentation_are_those_that_are_known() {
    let documentation = include_str!("../../../docs/reference-set.md");
    let (_, after) = documentation
        .split_once("kinds = [\"dimension\"]")
        .expect("the example of a property");
    let listed: Vec<&str> = after
        .lines()
        .next()
        .unwrap_or("")
        .trim_start_matches([' ', '#'])
        .split(' ')
        .collect();
    let kinds = format!("kinds = {listed:?}");
    let (_, problems) = verify(&broken("every-kind", "properties.toml", |t| {
        t.replace("kinds = [\"dimension\"]", &kinds)
    }));
    assert_eq!(problems, [], "what is listed is known");
    let text =
        "It paid $5 for 5%, up 5 percentage points, of 5 vans, 5 metres long, on 3 May 2025.";
    for figure in figures::read(Language::english().lexicon(), text, &tokens(text)) {
        assert!(listed.contains(&figure.kind.name()), "{figure:?}");
    }
}

#[test]
fn every_relation_that_ships_is_in_the_documentation() {
    let documentation = include_str!("../../../docs/reference-set.md");
    for id in plumbline_core::relations::relations() {
        assert!(documentation.contains(&format!("`{id}`")), "{id}");
    }
}
