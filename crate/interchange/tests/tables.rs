//! Sets from tables: whatever way people write them, nothing is dropped in silence, and what goes in comes out.

use plumbline_core::language::Language;
use plumbline_core::reference::Set;
use plumbline_interchange::table::{
    Draft, Mapping, Problem, columns, data_package, draft, wikidata, write,
};
use plumbline_interchange::toml::{Loaded, load, verify};
use proptest::prelude::*;
use std::path::Path;

const TABLE: &str = "entity,property,quantity,time,source,address\n\
    Orrin,population,\"12,400 people\",2021,Census office,https://census.example/orrin\n\
    Marlow,population,\"8,150 people\",2021,Census office,https://census.example/marlow\n\
    Orrin,population,\"about 12,000 people\",before 2020,Gazette,\n\
    Marlow Tower,height,85 metres,,Gazette,\n";

fn read(text: &str) -> (Draft, Vec<Problem>) {
    read_as(text, None)
}

fn read_as(text: &str, mapping: Option<&Mapping>) -> (Draft, Vec<Problem>) {
    let (rows, mut problems) = columns::read(text, mapping);
    let (draft, more) = draft(Language::english(), "Towns", &rows, &Set::default());
    problems.extend(more);
    (draft, problems)
}

/// What a draft is after it was written to a folder and read from there.
fn stored(draft: &Draft) -> Loaded {
    let folder = tempfile::tempdir().expect("a folder");
    write(draft, &Set::default(), folder.path()).expect("written");
    let (loaded, problems) = verify(folder.path());
    assert_eq!(problems, [], "the set is sound");
    loaded
}

fn exported(loaded: &Loaded) -> String {
    columns::write(&loaded.set, &columns::order(loaded), |at| {
        loaded.notes[at].clone()
    })
}

#[test]
fn a_table_that_was_a_set_is_the_same_table() {
    let notes = TABLE
        .replace("address\n", "address,note\n")
        .replace("orrin\n", "orrin,\"two\nlines, \"\"quoted\"\"\"\n");
    let notes = notes
        .replace("marlow\n", "marlow,\n")
        .replace("Gazette,\n", "Gazette,,\n");
    let deals = "entity,property,quantity,time,source,address,object,flags\n\
        Orrin Ltd,investment,$3 million,2021-05,Wire,,Marlow Ltd,whole\n\
        Orrin Ltd,stake,40%,2021-05,Wire,,Marlow Ltd,\n";
    for table in [TABLE, &notes, deals] {
        let (draft, problems) = read(table);
        assert_eq!(problems, []);
        assert_eq!(exported(&stored(&draft)), table);
    }
}

#[test]
fn tables_are_read_as_people_write_them() {
    let plain = read(TABLE).0.set;
    let semicolons = TABLE
        .replace("\"12,400 people\"", "12,400 people")
        .replace("\"8,150 people\"", "8,150 people")
        .replace("\"about 12,000 people\"", "about 12\u{1}000 people");
    let semicolons = semicolons
        .replace("12,400", "12\u{1}400")
        .replace("8,150", "8\u{1}150")
        .replace(',', ";")
        .replace('\u{1}', ",");
    let cases = [
        format!("\u{feff}{TABLE}"),
        TABLE.replace('\n', "\r\n"),
        semicolons.clone(),
        format!("sep=;\n{semicolons}"),
        semicolons.replace(';', "\t"),
        semicolons.replace(';', "|"),
        TABLE.replace(
            "entity,property,quantity,time",
            "Subject, Measure ,VALUE,Year",
        ),
        format!("{TABLE}\n,,,,,\n\n"),
        TABLE.trim_end().to_owned(),
    ];
    for table in cases {
        let (draft, problems) = read(&table);
        assert_eq!(problems, [], "{table}");
        assert_eq!(draft.set.statements, plain.statements, "{table}");
    }
    let words = "entity,property,quantity,time\nOrrin,population,9 people,June 2021\nOrrin,population,8 people,13 June 2020\n";
    let times: Vec<_> = read(words)
        .0
        .set
        .statements
        .into_iter()
        .map(|s| s.time)
        .collect();
    assert_eq!(
        times,
        [Some("2021-06".to_owned()), Some("2020-06-13".to_owned())]
    );
}

#[test]
fn what_is_wrong_is_told_with_line_and_column() {
    let head = "entity,property,quantity,time,source,address,object\n";
    let cases = [
        (
            "Orrin,population,many,2021,a,,",
            "line 2, column quantity: \"many\" is read as no figure",
        ),
        (
            "Orrin,population,5 or 6 people in 1999,2021,a,,",
            "line 2, column quantity: ",
        ),
        (
            "Orrin,population,5 kilometres,2021,a,,",
            "is read as dimension, and \"population\" takes",
        ),
        (
            "Orrin,population,5 people,soon,a,,",
            "line 2, column time: \"soon\" is no time",
        ),
        (
            ",population,5 people,2021,a,,",
            "line 2, column entity: it is empty",
        ),
        (
            "Orrin,,5 people,2021,a,,",
            "line 2, column property: it is empty",
        ),
        (
            "Orrin,population,,2021,a,,",
            "line 2, column quantity: it is empty",
        ),
        (
            "1234,population,5 people,2021,a,,",
            "line 2, column entity: \"1234\" is no name",
        ),
        (
            "The,population,5 people,2021,a,,",
            "line 2, column entity: \"The\" is no name",
        ),
        (
            "Orrin,stake,5%,2021,a,,",
            "line 2, column object: this property needs one",
        ),
        (
            "Orrin,population,5 people,2021,a,,Marlow",
            "line 2, column object: this property takes none",
        ),
        (
            "Orrin,population,5 people,2021,a,,,extra",
            "line 2: the table has 7 columns",
        ),
        (
            "Orrin,population,12,400 people,2021,a,,",
            "line 2, column time: \"400 people\" is no time",
        ),
        (
            "Orrin,population,5 people,2021,a,,\nOrrin,population,5 people,2021,a,,",
            "line 3: line 2 says the same",
        ),
        (
            "Orrin,population,5 people,2021,a,,\nOrrin,population,9 people,2021,a,,",
            "line 3: line 2 states \"5 people\" of the same thing and time: both cannot be meant",
        ),
        (
            "Orrin,!!,5 people,2021,a,,",
            "line 2, column property: it has no letter",
        ),
    ];
    for (row, told) in cases {
        let (_, problems) = read(&format!("{head}{row}\n"));
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems.len(), 1, "{row}: {all:?}");
        assert!(all[0].contains(told), "{row}: {all:?}");
    }
    for (table, told) in [
        ("", "line 1: the table is empty"),
        (
            "town,people\na,1\n",
            "line 1: there is no column entity, property, quantity; there are town, people",
        ),
        (
            "entity,property,quantity,colour\n",
            "line 1, column colour: no such column is read",
        ),
    ] {
        let (_, problems) = read(table);
        assert!(problems[0].to_string().contains(told), "{problems:?}");
    }
    // A row that spans lines is told by the first, and the next one by its own.
    let (_, problems) = read(
        "entity,property,quantity,note\n\"Or\nrin\",population,many,a\nMarlow,population,few,b\n",
    );
    let lines: Vec<usize> = problems.iter().map(|p| p.line).collect();
    assert_eq!(lines, [2, 4]);
}

#[test]
fn other_layouts_are_read_by_a_mapping() {
    let wide =
        "City;Inhabitants;2010;2011;Ignored\nOrrin;12,400;12,000;12,100;x\nMarlow;;8,000;;x\n";
    let mapping = Mapping::read(
        "entity = \"City\"\nkind = \"town\"\nsource = { value = \"Census\" }\n\
         [[quantity]]\ncolumns = [\"Inhabitants\"]\nproperty = \"population\"\ntime = \"2021\"\nwrite = \"{} people\"\n\
         [[quantity]]\ncolumns = \"years\"\nproperty = \"population\"\nwrite = \"{} people\"\n",
    )
    .expect("it is sound");
    let (draft, problems) = read_as(wide, Some(&mapping));
    assert_eq!(problems, []);
    let said: Vec<String> = (draft.set.statements.iter())
        .map(|s| {
            format!(
                "{} {} {}",
                s.entity,
                s.quantity,
                s.time.as_deref().unwrap_or("")
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "orrin 12,400 people 2021",
            "orrin 12,000 people 2010",
            "orrin 12,100 people 2011",
            "marlow 8,000 people 2010"
        ]
    );
    assert_eq!(draft.set.entities[0].kind, "town");
    stored(&draft);
    for (text, told) in [
        (
            "entity = \"Town\"\nquantity = []\n",
            "line 1, column Town: there is no such column; there are City, Inhabitants",
        ),
        (
            "entity = \"City\"\n[[quantity]]\ncolumns = [\"A\"]\nproperty = \"b\"\n",
            "column A: there is no such column",
        ),
    ] {
        let mapping = Mapping::read(text).expect("it can be read");
        let (_, problems) = read_as(wide, Some(&mapping));
        assert!(problems[0].to_string().contains(told), "{problems:?}");
    }
    let error =
        Mapping::read("entity = \"City\"\ncolour = \"red\"\nquantity = []\n").expect_err("unknown");
    assert!(error.starts_with("line 2: "), "{error}");
}

#[test]
fn properties_that_nobody_knows_are_made_of_what_their_rows_hold() {
    let (draft, problems) = read(
        "entity,property,quantity,time\nOrrin,bridges,5 bridges,2021\nMarlow,bridges,7 bridges,2021\n",
    );
    assert_eq!(problems, []);
    let loaded = stored(&draft);
    let property = loaded
        .set
        .properties
        .iter()
        .find(|p| p.id == "bridges")
        .expect("it was made");
    assert_eq!(property.units, ["bridges"]);
    assert_eq!(draft.read[0].about, "Orrin's bridges");
}

#[test]
fn what_a_set_has_is_used_and_added_to() {
    let (first, _) = read(TABLE);
    let folder = tempfile::tempdir().expect("a folder");
    write(&first, &Set::default(), folder.path()).expect("written");
    let (base, _) = load(folder.path());
    let (rows, _) = columns::read(
        "entity,property,quantity,time,source\nORRIN,population,13 people,2022,Census office\nBrask,population,9 people,2022,Census office\n",
        None,
    );
    let (second, problems) = draft(Language::english(), "More", &rows, &base.set);
    assert_eq!(problems, []);
    write(&second, &base.set, folder.path()).expect("written");
    let (both, problems) = verify(folder.path());
    assert_eq!(problems, []);
    assert_eq!(both.set.statements.len(), 6);
    assert_eq!(both.set.entities.len(), base.set.entities.len() + 1);
}

const ENTITY: &str = r#"{"entities":{"Q1":{"id":"Q1","labels":{"en":{"language":"en","value":"Orrin"}},
  "aliases":{"en":[{"language":"en","value":"City of Orrin"}]},
  "claims":{
   "P1082":[
    {"mainsnak":{"datavalue":{"type":"quantity","value":{"amount":"+12400","unit":"1"}}},"rank":"preferred",
     "qualifiers":{"P585":[{"datavalue":{"type":"time","value":{"time":"+2021-06-30T00:00:00Z","precision":11}}}]},
     "references":[{"snaks":{"P854":[{"datavalue":{"type":"string","value":"https://census.example/"}}]}}]},
    {"mainsnak":{"datavalue":{"type":"quantity","value":{"amount":"+12000","unit":"1"}}},"rank":"normal",
     "qualifiers":{"P585":[{"datavalue":{"type":"time","value":{"time":"+2011-00-00T00:00:00Z","precision":9}}}]}},
    {"mainsnak":{"datavalue":{"type":"quantity","value":{"amount":"+99","unit":"1"}}},"rank":"deprecated"},
    {"mainsnak":{"snaktype":"somevalue"},"rank":"normal"}],
   "P2046":[{"mainsnak":{"datavalue":{"type":"quantity","value":{"amount":"+41.5","unit":"http://www.wikidata.org/entity/Q712226","upperBound":"+42","lowerBound":"+41"}}}},
    {"mainsnak":{"datavalue":{"type":"quantity","value":{"amount":"+41","unit":"http://www.wikidata.org/entity/Q999"}}}}],
   "P8687":[{"mainsnak":{"datavalue":{"type":"quantity","value":{"amount":"+5100","unit":"1"}}}},
    {"mainsnak":{"datavalue":{"type":"quantity","value":{"amount":"+5200","unit":"1"}}}}],
   "P31":[{"mainsnak":{"datavalue":{"type":"wikibase-entityid","value":{"id":"Q515"}}}}],
   "P571":[{"mainsnak":{"datavalue":{"type":"time","value":{"time":"+1820-00-00T00:00:00Z","precision":9}}}}]
  }}}}"#;

#[test]
fn entities_of_wikidata_are_read() {
    let (rows, problems) = wikidata::read(ENTITY);
    let said: Vec<String> = rows
        .iter()
        .map(|r| format!("{} {} {} {}", r.property, r.quantity, r.time, r.address))
        .collect();
    let own = "https://www.wikidata.org/wiki/Q1";
    assert_eq!(
        said,
        [
            String::from("population 12,400 people 2021-06-30 https://census.example/"),
            format!("population 12,000 people 2011 {own}"),
            format!("area between 41 and 42 square kilometres  {own}"),
            format!("founded 1820  {own}"),
        ]
    );
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 1, column Q1 P1082: it is deprecated there, and not taken",
            "line 1, column Q1 P1082: its value is not known",
            "line 1, column Q1 P2046: its unit (Q999) is not read",
            "line 1, column Q1 P8687: its amounts are not taken: no such property is read",
        ]
    );
    let place = rows
        .into_iter()
        .filter(|row| row.property != "founded")
        .collect::<Vec<_>>();
    let (draft, problems) = draft(Language::english(), "Wikidata", &place, &Set::default());
    assert_eq!(problems, []);
    assert_eq!(draft.set.entities[0].aliases, ["City of Orrin"]);
    stored(&draft);
    // A dump has an entity a line.
    let one: String = ENTITY.lines().map(str::trim).collect();
    let one = one
        .strip_prefix("{\"entities\":{\"Q1\":")
        .and_then(|o| o.strip_suffix("}}"))
        .expect("the entity");
    let (dump, _) = wikidata::read(&format!("[\n{one},\n{one}\n]\n"));
    assert_eq!((dump.len(), dump[7].line), (8, 3));
    let (_, problems) = wikidata::read("[\n{\"labels\":3}\n]\n");
    assert!(
        problems[0].to_string().starts_with("line 2"),
        "{problems:?}"
    );
}

#[test]
fn a_data_package_out_is_the_same_package_in() {
    let (first, _) = read(TABLE);
    let loaded = stored(&first);
    let files = data_package::write(&loaded);
    let text = |path: &Path| {
        let found = files.iter().find(|(name, _)| path == Path::new(name));
        found
            .map(|(_, text)| text.clone())
            .ok_or_else(|| String::from("there is no such file"))
    };
    let description = text(Path::new(data_package::DESCRIPTION)).expect("it is written");
    let packaged = data_package::read(&description, None, text).expect("it is sound");
    assert_eq!(packaged.problems, []);
    let (again, problems) = draft(
        Language::english(),
        "Towns",
        &packaged.rows,
        &Set::default(),
    );
    assert_eq!(problems, []);
    assert_eq!(again.set.statements, first.set.statements);
    assert_eq!(data_package::write(&stored(&again)), files);
    for (path, told) in [
        ("../secret.csv", "leads out of the package"),
        ("/etc/passwd", "leads out of the package"),
        ("https://a.example/b.csv", "nothing is fetched"),
        ("none.csv", "there is no such file"),
    ] {
        let description = format!("{{\"resources\":[{{\"name\":\"a\",\"path\":\"{path}\"}}]}}");
        let packaged =
            data_package::read(&description, None, text).expect("the description is sound");
        assert!(
            packaged.problems[0].1.message.contains(told),
            "{:?}",
            packaged.problems
        );
    }
    for description in ["{}", "nonsense", "{\"resources\":[]}"] {
        assert!(
            data_package::read(description, None, text).is_err(),
            "{description}"
        );
    }
}

proptest! {
    #[test]
    fn no_table_makes_it_panic(text in "[\\PC\n\r\t\",;]{0,300}") {
        let (draft, _) = read(&text);
        let rows = format!("entity,property,quantity,time,source,address,object\n{text}");
        let (_, _) = read(&rows);
        prop_assert!(draft.set.statements.len() <= text.len());
        let _ = wikidata::read(&text);
    }
}
