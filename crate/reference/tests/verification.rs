//! Every fault of a set is told with file and line.

use plumbline_reference::verify;
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
        "sources/survey-2020.toml",
    ] {
        let text = fs::read_to_string(from.join(path)).expect("a file of the set");
        let text = if path == file { change(text) } else { text };
        fs::write(to.join(path), text).expect("a file");
    }
    to
}

#[test]
fn faults_are_told_with_file_and_line() {
    type Change = fn(String) -> String;
    let cases: [(&str, &str, Change, &str); 9] = [
        (
            "unknown-property",
            "sources/survey-2020.toml",
            |t| t.replace("\"height\"", "\"depth\""),
            "survey-2020.toml:5: there is no property \"depth\"",
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
            "survey-2020.toml: date \"December 2020\" is none",
        ),
        (
            "bad-frame",
            "properties.toml",
            |t| t.replace("FIG E!", "FIG @giant"),
            "properties.toml:1: the frame \"FIG @giant\" cannot be read",
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
    ];
    for (name, file, change, expected) in cases {
        let (_, problems) = verify(&broken(name, file, change));
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(
            told.iter().any(|line| line.contains(expected)),
            "{name}: {expected:?} is not in {told:#?}"
        );
    }
}

#[test]
fn arithmetic_that_does_not_close_is_told() {
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../reference/meta-scale-ai");
    let to = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("unclosed");
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(to.join("sources")).expect("a folder");
    for name in ["set.toml", "entities.toml", "properties.toml"] {
        fs::copy(from.join(name), to.join(name)).expect("a file of the set");
    }
    for entry in fs::read_dir(from.join("sources")).expect("sources") {
        let path = entry.expect("a source").path();
        let text = fs::read_to_string(&path)
            .expect("a source file")
            .replace("\"49%\"", "\"4%\"");
        fs::write(
            to.join("sources").join(path.file_name().expect("a name")),
            text,
        )
        .expect("a file");
    }
    let (_, problems) = verify(&to);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        told.iter()
            .any(|line| line.contains("set.toml: a derivation gives a value for")),
        "{told:#?}"
    );
}
