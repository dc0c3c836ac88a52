//! The program as it is called: what it writes, what it says of what it cannot read, and how it ends.

mod called;

use called::plumbline;
use std::path::PathBuf;

const WARNED: &str = "Meta invested $1.48 billion in Scale AI.\n";
const QUIET: &str = "The bridge is 300 metres long.\n";

/// A file with this text, of this test alone.
fn file(name: &str, text: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the folder of the tests takes files");
    path.display().to_string()
}

#[test]
fn json_lines_go_on_after_what_is_no_request() {
    let compare = r#"{"id":1,"text":"It cost $5.","reference":"It cost $6."}"#;
    for (command, sound, refusals) in [
        (
            "figures",
            r#"{"id":1,"text":"$5"}"#,
            ["{\"id\":2,\"txt\":\"$5\"}", "[]"],
        ),
        ("compare", compare, ["{\"id\":2}", "{\"id\":2,\"text\":3}"]),
        (
            "check",
            r#"{"id":1,"html":"<p>$5"}"#,
            ["{\"txt\":\"a\"}", "{\"id\":3}"],
        ),
        (
            "check",
            r#"{"id":1,"text":"$5","published":"2025-06-13"}"#,
            ["{\"id\":2,\"text\":\"\",\"html\":\"\"}", "nonsense"],
        ),
    ] {
        let input = format!("{sound}\n\n{}\n{sound}\n{}\n", refusals[0], refusals[1]);
        let ended = plumbline(&[command], input.as_bytes());
        assert_eq!(ended.status, Some(2), "{command}: {}", ended.complaint);
        assert_eq!(
            ended.output.lines().count(),
            2,
            "{command}: {}",
            ended.output
        );
        for named in ["line 3 is no request", "line 5 is no request"] {
            assert!(
                ended.complaint.contains(named),
                "{command}: {}",
                ended.complaint
            );
        }
        let ended = plumbline(&[command], format!("{sound}\n").as_bytes());
        assert_eq!(
            (ended.status, ended.complaint.as_str()),
            (Some(0), ""),
            "{command}"
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_rest() {
    let (warned, quiet) = (
        file("rest-warned.txt", WARNED.as_bytes()),
        file("rest-quiet.txt", QUIET.as_bytes()),
    );
    let none = file("rest-quiet.txt", QUIET.as_bytes()) + ".none";
    let ended = plumbline(&["check", &none, &warned, &quiet], b"");
    assert_eq!(ended.status, Some(2), "{}", ended.complaint);
    assert!(ended.complaint.contains(&none), "{}", ended.complaint);
    assert!(
        ended.output.contains("1 figure read, 0 warned"),
        "{}",
        ended.output
    );
    assert!(
        ended
            .output
            .ends_with("\n2 files, 1 not read: 2 figures, 1 warned of\n"),
        "{}",
        ended.output
    );
    assert_eq!(plumbline(&["check", &warned, &quiet], b"").status, Some(1));
    assert_eq!(plumbline(&["check", &quiet], b"").status, Some(0));
    let ended = plumbline(&["claims", &none, &quiet], b"");
    assert_eq!(ended.status, Some(2), "{}", ended.complaint);
    assert!(ended.output.starts_with("300 metres"), "{}", ended.output);
}

#[test]
fn standard_input_is_a_document_where_it_is_named() {
    let page = format!("<html><body><p>{WARNED}</body></html>");
    for text in [WARNED, page.as_str()] {
        let ended = plumbline(&["check", "-"], text.as_bytes());
        assert_eq!(ended.status, Some(1), "{}", ended.complaint);
        assert!(
            ended.output.starts_with("standard input: 1 figure read"),
            "{}",
            ended.output
        );
    }
    for arguments in [["claims", "-"].as_slice(), &["claims"]] {
        let ended = plumbline(arguments, QUIET.as_bytes());
        assert_eq!(
            ended.output,
            "300 metres\tdimension\t?\tno time said\tasserted\tsingle\n"
        );
    }
}

#[test]
fn files_are_answered_in_json_where_that_is_asked_for() {
    let warned = file("json-warned.txt", WARNED.as_bytes());
    let ended = plumbline(
        &["check", "--format", "json", &warned, "-"],
        QUIET.as_bytes(),
    );
    assert_eq!(ended.status, Some(1), "{}", ended.complaint);
    let answers: Vec<serde_json::Value> = ended
        .output
        .lines()
        .map(|line| serde_json::from_str(line).expect("an answer a line"))
        .collect();
    assert_eq!(answers.len(), 2, "{}", ended.output);
    assert_eq!(answers[0]["id"], warned.as_str());
    assert_eq!(answers[0]["findings"][0]["level"], "warn");
    assert_eq!(answers[1]["id"], "standard input");
}

#[test]
fn no_sequence_of_a_text_reaches_the_terminal() {
    let text = "Meta invested $1.48\u{9b}2J \x1b]0;title\x07 billion in Scale AI.\x1b[8m\n";
    let name = file("sequences.txt", text.as_bytes());
    let asked = format!("{{\"id\":\"\x1b[2J\",\"{}\":1}}\n", "\u{9b}31m");
    for ended in [
        plumbline(&["check", &name], b""),
        plumbline(&["check", "--format", "json", &name], b""),
        plumbline(&["claims", &name], b""),
        plumbline(&["check", "missing\x1b[2J\u{9b}8m"], b""),
        plumbline(&["figures"], asked.as_bytes()),
    ] {
        let written = ended.output + &ended.complaint;
        let control = |c: char| c.is_control() && c != '\n' && c != '\t';
        assert!(
            !written.is_empty() && !written.contains(control),
            "{written:?}"
        );
    }
}
