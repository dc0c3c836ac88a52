//! Documents of many kinds, and what is written of them: every bad one is named and stops nothing.

mod called;

use called::{Ended, plumbline};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;

const WARNED: &str = "Meta invested $1.48 billion in Scale AI.\n";
const QUIET: &str = "The bridge is 300 metres long.\n";

fn packed(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).expect("in memory");
    encoder.finish().expect("in memory")
}

/// A record of a web archive.
fn record(kind: &str, content: &str, address: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [
        format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(),
        body,
    ]
    .concat()
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
        fs::write(path, bytes).expect("written");
    }
    folder
}

fn check(folder: &Path, more: &[&str]) -> Ended {
    let folder = folder.display().to_string();
    plumbline(&[&["check", &folder], more].concat(), b"")
}

fn json(ended: &Ended) -> Vec<Value> {
    let line = |line| serde_json::from_str(line).expect("JSON");
    ended.output.lines().map(line).collect()
}

#[test]
fn every_kind_of_document_is_read_and_their_order_kept() {
    let page = format!("<html><body><p>{WARNED}</p></body></html>");
    let chunked = format!("{:x}\r\n{page}\r\n0\r\n\r\n", page.len());
    let http = "application/http; msgtype=response";
    let html = "Content-Type: text/html";
    let archive = [
        record(
            "warcinfo",
            "application/warc-fields",
            "",
            b"software: a\r\n",
        ),
        record(
            "response",
            http,
            "https://a.example/1",
            &answer(html, page.as_bytes()),
        ),
        record(
            "response",
            http,
            "https://a.example/p.png",
            &answer("Content-Type: image/png", b"\x89PNG"),
        ),
        record(
            "response",
            http,
            "https://a.example/2",
            &answer(
                &format!("{html}\r\nTransfer-Encoding: chunked"),
                chunked.as_bytes(),
            ),
        ),
        record(
            "response",
            http,
            "https://a.example/3",
            &answer(
                &format!("{html}\r\nContent-Encoding: gzip"),
                &packed(page.as_bytes()),
            ),
        ),
        record(
            "conversion",
            "text/plain",
            "https://a.example/4",
            WARNED.as_bytes(),
        ),
    ];
    let lines = format!(
        "{{\"id\":\"own\",\"text\":{0},\"more\":[1]}}\n\n{{\"html\":{0},\"url\":\"https://b.example/\"}}\n",
        serde_json::to_string(WARNED).expect("JSON")
    );
    let folder = folder(&[
        ("a.txt", WARNED.as_bytes()),
        ("b/c.html.gz", &packed(page.as_bytes())),
        ("b/picture.png", b"\x89PNG"),
        ("d.jsonl", lines.as_bytes()),
        (
            "e.warc.gz",
            &archive.iter().flat_map(|r| packed(r)).collect::<Vec<u8>>(),
        ),
        (".hidden/f.txt", b"\0"),
    ]);
    let ended = check(folder.path(), &["--format", "json"]);
    assert_eq!((ended.status, ended.complaint.as_str()), (Some(1), ""));
    let answers = json(&ended);
    let names: Vec<String> = answers.iter().map(|a| a["id"].to_string()).collect();
    let ends = [
        "a.txt\"",
        "c.html.gz\"",
        "\"own\"",
        "d.jsonl, line 3\"",
        "e.warc.gz, https://a.example/1\"",
        "https://a.example/2\"",
        "https://a.example/3\"",
        "https://a.example/4\"",
    ];
    assert_eq!(names.len(), ends.len(), "{names:?}");
    for (name, end) in names.iter().zip(ends) {
        assert!(name.ends_with(end), "{name} {end}");
    }
    assert!(
        answers.iter().all(|a| a["findings"][0]["level"] == "warn"),
        "{answers:#?}"
    );
    let ended = check(folder.path(), &[]);
    let sum = "8 files, 1 of other kinds passed over: 8 figures, 8 warned of\n";
    assert!(ended.output.ends_with(sum), "{}", ended.output);
}

#[test]
fn each_bad_document_is_named_and_the_rest_goes_on() {
    let whole = packed(WARNED.repeat(200).as_bytes());
    let cut = record(
        "conversion",
        "text/plain",
        "https://a.example/",
        WARNED.as_bytes(),
    );
    let endless = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 18446744073709551615\r\n\r\nx";
    let cases: [(&str, &[u8], &str); 12] = [
        ("a.txt", b"\0\x01\x02binary", "a binary file"),
        ("a.txt", b"%PDF-1.7", "a PDF"),
        ("a.html", b"PK\x03\x04", "an archive or office document"),
        ("a.txt.gz", &whole[..whole.len() / 2], "a.txt.gz: "),
        ("a.txt.gz", b"\x1f\x8bnonsense", "a.txt.gz: "),
        (
            "a.jsonl",
            b"{\"id\":1}\n",
            "a.jsonl, line 1: it has neither `text` nor `html`",
        ),
        (
            "a.jsonl",
            b"\n{\"text\":3}\n",
            "a.jsonl, line 2: invalid type",
        ),
        ("a.jsonl", b"nonsense\n", "a.jsonl, line 1: expected"),
        (
            "a.jsonl",
            b"{\"text\":\"\xff\"}\n",
            "a.jsonl, line 1: it is not UTF-8",
        ),
        (
            "a.warc",
            b"no archive\r\n\r\n",
            "a.warc, record 1: damaged archive",
        ),
        (
            "a.warc",
            &cut[..cut.len() - 20],
            "a.warc, record 1: damaged archive: it ends within a record",
        ),
        ("a.warc", endless, "longer than 64 MB"),
    ];
    for (name, bytes, told) in cases {
        let folder = folder(&[(name, bytes), ("b.txt", WARNED.as_bytes())]);
        let ended = check(folder.path(), &[]);
        assert_eq!(ended.status, Some(2), "{told}: {}", ended.complaint);
        assert!(
            ended.complaint.contains(told),
            "{told}: {}",
            ended.complaint
        );
        assert_eq!(ended.complaint.lines().count(), 1, "{}", ended.complaint);
        assert!(
            ended
                .output
                .ends_with("1 file, 1 not read: 1 figure, 1 warned of\n"),
            "{}",
            ended.output
        );
    }
    let missing = plumbline(&["check", "nowhere*.txt"], b"");
    assert_eq!(missing.status, Some(2));
    assert!(
        missing.complaint.contains("nowhere*.txt: "),
        "{}",
        missing.complaint
    );
}

#[test]
fn encodings_are_recognised() {
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(WARNED.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let western = [b"Caf\xe9 \x93Zur\xfcck\x94. ".as_slice(), WARNED.as_bytes()].concat();
    let folder = folder(&[("a.txt", &wide), ("b.txt", &western)]);
    let answers = json(&check(folder.path(), &["--format", "json"]));
    assert!(
        answers
            .iter()
            .all(|a| a["findings"][0]["quote"] == "$1.48 billion"),
        "{answers:#?}"
    );
}

#[test]
fn patterns_and_standard_input_are_read_too() {
    let folder = folder(&[
        ("a1.txt", WARNED.as_bytes()),
        ("a2.txt", QUIET.as_bytes()),
        ("b.txt", b""),
    ]);
    let pattern = folder.path().join("a*.txt").display().to_string();
    let ended = plumbline(&["check", &pattern], b"");
    assert!(
        ended.output.ends_with("2 files: 2 figures, 1 warned of\n"),
        "{}",
        ended.output
    );
    let line = format!(
        "{{\"text\":{}}}\n",
        serde_json::to_string(WARNED).expect("JSON")
    );
    for input in [
        packed(WARNED.as_bytes()),
        line.clone().into_bytes(),
        packed(line.as_bytes()),
    ] {
        let ended = plumbline(&["check", "-"], &input);
        assert_eq!(ended.status, Some(1), "{}", ended.complaint);
        assert!(ended.output.contains("$1.48 billion"), "{}", ended.output);
    }
}

#[test]
fn the_page_for_editors_escapes_whatever_stands_in_texts() {
    let text = format!(
        "It says <script>alert(1)</script> & \"so\".\n\n{WARNED}\nA — “é” 𝄞 of $1.48 billion: Meta invested $1.48 billion in Scale AI.\n"
    );
    let folder = folder(&[("a<b>.txt", text.as_bytes()), ("c.txt", b"\0")]);
    let ended = plumbline(
        &[
            "check",
            "--format",
            "html",
            &folder.path().join("a<b>.txt").display().to_string(),
            &folder.path().join("c.txt").display().to_string(),
        ],
        b"",
    );
    let page = &ended.output;
    assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    for wanted in [
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;",
        "a&lt;b&gt;.txt",
        "default-src 'none'",
    ] {
        assert!(page.contains(wanted), "{wanted}: {page}");
    }
    assert!(
        !page.contains("<script") && !page.contains("a<b>"),
        "{page}"
    );
    // A mark is exactly the figure, after what takes more than one unit too.
    assert!(page.matches(">$1.48 billion</a>").count() >= 2, "{page}");
    assert!(page.contains("not read: a binary file"), "{page}");
    // Every link within the page leads somewhere, and no id is there twice.
    let ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for target in page
        .split("href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        assert!(ids.contains(&target), "{target}");
    }
}

#[test]
fn tables_of_an_article_are_tables_of_the_page_for_editors() {
    let table = "<table><tr><th>Crew<th>Gold<th>Silver<th>Bronze<th>Total<tr><td>Norrey<td>14<td>9<td>11<td>34\
         <tr><td>Sallow<td>12<td>10<td>8<td>39<tr><td>Hamm<td>7<td>13<td>6<td>26</table>";
    let html = format!("<article><p>They rowed.</p>{table}<p>And they won.</p></article>");
    let folder = folder(&[("a.html", html.as_bytes())]);
    let page = check(folder.path(), &["--format", "html"]).output;
    let text = page
        .split("<div class=\"text\">")
        .nth(1)
        .expect("an article");
    assert_eq!(text.matches("<table>").count(), 1, "{text}");
    assert_eq!(text.matches("<tr>").count(), 4, "{text}");
    assert_eq!(text.matches("</tr>").count(), 4, "{text}");
    assert!(text.contains("<td>Sallow</td>"), "{text}");
    assert!(
        text.contains(">39</a></td>"),
        "a mark stands in its cell: {text}"
    );
    let (within, behind) = text.split_once("</table>").expect("the table ends");
    assert!(within.contains("They rowed.") && behind.contains("And they won."));
    assert!(
        page.contains("figures in 1 document: 1 warned of"),
        "{page}"
    );
}

#[test]
fn sarif_has_what_its_schema_asks_for() {
    let folder = folder(&[
        ("a b.txt", WARNED.as_bytes()),
        ("c.txt", WARNED.as_bytes()),
        ("d.txt", QUIET.as_bytes()),
    ]);
    let ended = check(folder.path(), &["--format", "sarif"]);
    let report: Value = serde_json::from_str(&ended.output).expect("JSON");
    assert_eq!(report["version"], "2.1.0");
    let run = &report["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "Plumbline");
    let rules: Vec<&Value> = run["tool"]["driver"]["rules"]
        .as_array()
        .expect("rules")
        .iter()
        .map(|r| &r["id"])
        .collect();
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    for result in results {
        assert!(rules.contains(&&result["ruleId"]), "{result}");
        assert_eq!(result["level"], "warning");
        assert!(
            result["message"]["text"]
                .as_str()
                .expect("a message")
                .contains("$1.48 billion")
        );
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["region"]["startLine"], 1);
        let uri = place["artifactLocation"]["uri"]
            .as_str()
            .expect("a reference");
        assert!(!uri.contains(' '), "{uri}");
        assert!(result["partialFingerprints"]["plumbline/v1"].is_string());
    }
    let none = check(folder.path(), &["--format", "sarif", "--only", "article"]);
    let none: Value = serde_json::from_str(&none.output).expect("JSON");
    assert_eq!(none["runs"][0]["results"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_table_has_a_row_for_each_finding() {
    let folder = folder(&[("a.txt", WARNED.as_bytes())]);
    let ended = check(folder.path(), &["--format", "csv"]);
    let mut lines = ended.output.lines();
    assert_eq!(
        lines.next(),
        Some("document,line,figure,level,verdict,about,answer,evidence,id")
    );
    let row = lines.next().expect("a row");
    assert!(row.contains("a.txt,1,$1.48 billion,warn,"), "{row}");
}

#[test]
fn what_was_looked_at_is_not_told_again() {
    let folder = folder(&[("a.txt", WARNED.as_bytes())]);
    let before = check(folder.path(), &["--format", "json"]);
    let id = json(&before)[0]["ids"][0]
        .as_str()
        .expect("an id")
        .to_owned();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(
        path("known.toml"),
        format!("[[suppress]]\nfinding = \"{id}\"\nreason = \"Corrected.\"\n"),
    )
    .expect("written");
    let suppress = ["--suppress", &path("known.toml")].map(str::to_owned);
    let suppress: Vec<&str> = suppress.iter().map(String::as_str).collect();
    let a = path("a.txt");
    let ended = plumbline(&[&["check", &a], suppress.as_slice()].concat(), b"");
    assert_eq!(
        (ended.status, ended.complaint.as_str()),
        (Some(0), ""),
        "{}",
        ended.output
    );
    let sarif = plumbline(
        &[&["check", "--format", "sarif", &a], suppress.as_slice()].concat(),
        b"",
    );
    assert!(
        sarif.output.contains("\"justification\":\"Corrected.\""),
        "{}",
        sarif.output
    );
    // What stands elsewhere in the text changes no id.
    fs::write(&a, format!("{QUIET}\n{WARNED}\n{QUIET}")).expect("written");
    assert_eq!(
        plumbline(&[&["check", &a], suppress.as_slice()].concat(), b"").status,
        Some(0)
    );
    // What is no longer found is told.
    fs::write(&a, QUIET).expect("written");
    let ended = plumbline(&[&["check", &a], suppress.as_slice()].concat(), b"");
    assert!(ended.complaint.contains(&id), "{}", ended.complaint);
    fs::write(path("known.toml"), "[[suppress]]\nfinding = \"x\"\n").expect("written");
    let ended = plumbline(&[&["check", &a], suppress.as_slice()].concat(), b"");
    assert_eq!(ended.status, Some(2));
    assert!(
        ended
            .complaint
            .contains("known.toml: line 1: \"x\" has no reason"),
        "{}",
        ended.complaint
    );
}

#[test]
fn the_status_is_made_by_the_level_that_is_asked_for() {
    let marked = "Lena Marsh, 36, was pulled from the water off Orrin by the crew of the Petrel.\n";
    let other =
        "The crew of the Petrel saved Lena Marsh, 34, off Orrin on Thursday. Orrin was quiet.\n";
    let folder = folder(&[("a.txt", marked.as_bytes()), ("b.txt", other.as_bytes())]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (a, b) = (path("a.txt"), path("b.txt"));
    let status =
        |more: &[&str]| plumbline(&[&["check", &a, "--beside", &b], more].concat(), b"").status;
    assert_eq!(status(&[]), Some(0));
    assert_eq!(status(&["--fail-on", "mark"]), Some(1));
    assert_eq!(status(&["--fail-on", "mark", "--only", "story"]), Some(1));
    assert_eq!(status(&["--fail-on", "mark", "--only", "set"]), Some(0));
    assert_eq!(status(&["--fail-on", "mark", "--only", "article"]), Some(0));
    let warned = path("w.txt");
    fs::write(&warned, WARNED).expect("written");
    assert_eq!(
        plumbline(&["check", "--fail-on", "none", &warned], b"").status,
        Some(0)
    );
    assert_eq!(
        plumbline(&["check", "--only", "set", &warned], b"").status,
        Some(1)
    );
    assert_eq!(
        plumbline(&["check", "--only", "story", &warned], b"").status,
        Some(0)
    );
}

#[test]
fn who_says_what_is_told_by_story() {
    let folder = folder(&[
        ("1.txt", "Meta buys into Scale AI\nPublished on 13 June 2025\n\nMeta has invested $14.3 billion in Scale AI for a 49% stake. The deal values Scale AI at $29 billion.\n".as_bytes()),
        ("2.txt", "Meta pays for Scale AI\nPublished on 14 June 2025\n\nMeta invested $1.48 billion in Scale AI, founded by Alexandr Wang.\n".as_bytes()),
        ("3.txt", QUIET.as_bytes()),
        ("4.txt", b"\0"),
    ]);
    let name = folder.path().display().to_string();
    let ended = plumbline(&["story", &name], b"");
    assert_eq!(ended.status, Some(2), "{}", ended.complaint);
    assert!(
        ended.complaint.contains("4.txt: a binary file"),
        "{}",
        ended.complaint
    );
    for line in [
        "Meta's investment in Scale AI  they differ",
        "1.txt (13 June 2025)",
        "$1.48 billion  ",
        "By arithmetic: 49% of $29 billion is about $14.2 billion; it fits ",
        "3 documents, 1 not read: 1 story, 1 that tell of nothing the others do",
    ] {
        assert!(ended.output.contains(line), "{line}: {}", ended.output);
    }
    fs::remove_file(folder.path().join("4.txt")).expect("it was there");
    let ended = plumbline(&["story", "--format", "json", &name], b"");
    assert_eq!(ended.status, Some(1), "they differ");
    let story = &json(&ended)[0];
    assert_eq!(story["articles"].as_array().map(Vec::len), Some(2));
    let row = &story["rows"][0];
    assert_eq!(row["differ"], true);
    assert_eq!(row["said"].as_array().map(Vec::len), Some(2), "{row}");
}
