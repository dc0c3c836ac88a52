//! `plumbline reference import`, `export`, `pack`: from a table to a set and back, as they are called.

mod called;

use called::plumbline;
use std::fs;

const TABLE: &str = "entity,property,quantity,time,source,address\n\
    Orrin,population,\"12,400 people\",2021,Census office,https://census.example/\n\
    Brask,population,\"8,150 people\",2021,Census office,https://census.example/\n";

#[test]
fn a_table_becomes_a_set_that_checks_articles_and_the_same_table_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("towns.csv"), TABLE).expect("written");
    fs::write(
        path("a.txt"),
        "In 2021 Orrin had a population of 14,200 people.\n",
    )
    .expect("written");
    let call = |arguments: &[&str]| plumbline(arguments, b"");
    let preview = call(&["reference", "import", &path("towns.csv"), "--preview"]);
    assert_eq!(preview.status, Some(0), "{}", preview.complaint);
    let line = "line 2: the population of Orrin = 12,400 people (count from 12350 to 12450 people), 2021, Census office";
    assert!(preview.output.contains(line), "{}", preview.output);
    assert!(
        !folder.path().join("set").exists(),
        "a preview writes nothing"
    );
    let set = path("set");
    let import = call(&["reference", "import", &path("towns.csv"), "--set", &set]);
    assert_eq!((import.status, import.complaint.as_str()), (Some(0), ""));
    assert_eq!(call(&["reference", "verify", &set]).status, Some(0));
    assert_eq!(call(&["reference", "export", "--set", &set]).output, TABLE);
    let found = call(&["--set", &set, "check", "--fail-on", "mark", &path("a.txt")]);
    assert_eq!(found.status, Some(1), "{}", found.output);
    assert!(found.output.contains("12,400 people"), "{}", found.output);
    // Packed it says the same.
    let pack = path("towns.pack");
    assert_eq!(
        call(&["reference", "pack", "--set", &set, "-o", &pack]).status,
        Some(0)
    );
    let packed = call(&["--set", &pack, "check", "--fail-on", "mark", &path("a.txt")]);
    assert_eq!(packed.output, found.output);
    let direct = path("direct.pack");
    call(&["reference", "import", &path("towns.csv"), "--pack", &direct]);
    let directly = call(&[
        "--set",
        &direct,
        "check",
        "--fail-on",
        "mark",
        &path("a.txt"),
    ]);
    assert_eq!(directly.output, found.output);
    let package = path("package");
    assert_eq!(
        call(&["reference", "export", "--set", &set, "--package", &package]).status,
        Some(0)
    );
    let again = path("again");
    let import = call(&["reference", "import", &package, "--set", &again]);
    assert_eq!((import.status, import.complaint.as_str()), (Some(0), ""));
    assert_eq!(
        call(&["reference", "export", "--set", &again]).output,
        TABLE
    );
}

#[test]
fn a_bad_row_is_told_and_nothing_is_written_unless_that_is_wanted() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(
        path("towns.csv"),
        format!("{TABLE}Marlow,population,many,2021,,\n"),
    )
    .expect("written");
    let set = path("set");
    let arguments = ["reference", "import", &path("towns.csv"), "--set", &set];
    let ended = plumbline(&arguments, b"");
    assert_eq!(ended.status, Some(2));
    let told = "towns.csv: line 4, column quantity: \"many\" is read as no figure";
    assert!(ended.complaint.contains(told), "{}", ended.complaint);
    assert!(!folder.path().join("set").exists());
    let ended = plumbline(&[&arguments[..], &["--partly"]].concat(), b"");
    assert_eq!(ended.status, Some(2));
    assert_eq!(
        plumbline(&["reference", "export", "--set", &set], b"").output,
        TABLE
    );
    // Where no row can be read, there is no set to be written.
    fs::write(
        path("bad.csv"),
        "entity,property,quantity\nOrrin,population,many\n",
    )
    .expect("written");
    let none = path("none");
    let ended = plumbline(
        &[
            "reference",
            "import",
            &path("bad.csv"),
            "--set",
            &none,
            "--partly",
        ],
        b"",
    );
    assert_eq!(ended.status, Some(2));
    assert!(
        ended
            .output
            .ends_with("nothing was written: no row states anything\n"),
        "{}",
        ended.output
    );
    assert!(!folder.path().join("none").exists());
    for (name, text, told) in [
        ("none.csv", None, "none.csv: "),
        (
            "binary.csv",
            Some(b"a\0b".as_slice()),
            "binary.csv: a binary file",
        ),
        (
            "empty.csv",
            Some(b"".as_slice()),
            "empty.csv: line 1: the table is empty",
        ),
    ] {
        if let Some(text) = text {
            fs::write(path(name), text).expect("written");
        }
        let ended = plumbline(&["reference", "import", &path(name), "--set", &set], b"");
        assert_eq!(ended.status, Some(2), "{name}");
        assert!(ended.complaint.contains(told), "{}", ended.complaint);
    }
    fs::write(path("map.toml"), "entity = 3\n").expect("written");
    let ended = plumbline(
        &[
            "reference",
            "import",
            &path("towns.csv"),
            "--map",
            &path("map.toml"),
            "--preview",
        ],
        b"",
    );
    assert!(
        ended.complaint.contains("map.toml: line 1: "),
        "{}",
        ended.complaint
    );
    let ended = plumbline(&["--set", &path("towns.csv"), "check", "-"], b"5 people");
    assert!(
        ended
            .complaint
            .contains("this is not a packed reference set"),
        "{}",
        ended.complaint
    );
}

/// As spreadsheets of several makers write a table: the set is the same.
#[test]
fn a_table_is_the_same_in_whatever_encoding_it_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let table = TABLE.replace("Brask", "Br\u{e5}sk");
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(table.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let western: Vec<u8> = table
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("it is of the West"))
        .collect();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, table.as_bytes()).expect("in memory");
    let packed = packed.finish().expect("in memory");
    for (name, bytes) in [
        ("plain.csv", table.as_bytes()),
        ("marked.csv", &[b"\xef\xbb\xbf", table.as_bytes()].concat()),
        ("wide.csv", &wide),
        ("western.csv", &western),
        ("packed.csv.gz", &packed),
    ] {
        fs::write(path(name), bytes).expect("written");
        let set = path(&format!("{name} set"));
        let import = plumbline(&["reference", "import", &path(name), "--set", &set], b"");
        assert_eq!(
            (import.status, import.complaint.as_str()),
            (Some(0), ""),
            "{name}"
        );
        let export = plumbline(&["reference", "export", "--set", &set], b"");
        assert_eq!(export.output, table, "{name}");
    }
}
