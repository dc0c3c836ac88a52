//! What a module asks of its glue goes by names of a letter or two: the names that wasm-bindgen gives stand in the
//! module and in the glue, and no one else reads them.

use std::collections::HashMap;

use walrus::Module;

/// Shortens the names of what a module imports.
///
/// Returns the short name for each long one.
pub(crate) fn shortened(module: &mut Module) -> HashMap<String, String> {
    let mut short = HashMap::new();
    for import in module.imports.iter_mut() {
        let next = letters(short.len());
        let name = short
            .entry(std::mem::take(&mut import.name))
            .or_insert(next);
        import.name.clone_from(name);
    }
    short
}

/// The glue with the short names in place of the long ones, wherever one stands as a whole word.
pub(crate) fn renamed(glue: &str, short: &HashMap<String, String>) -> String {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| word(c) != word(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        renamed.push_str(short.get(run).map_or(run, String::as_str));
        rest = after;
    }
    renamed
}

/// A name of small letters for each number: `a` to `z`, then `aa`.
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.insert(0, char::from(b"abcdefghijklmnopqrstuvwxyz"[number % 26]));
        match (number / 26).checked_sub(1) {
            Some(left) => number = left,
            None => return letters,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_each_another() {
        let names: Vec<String> = (0..2000).map(letters).collect();
        assert_eq!(names[..3], ["a", "b", "c"]);
        assert_eq!(names[25..28], ["z", "aa", "ab"]);
        assert_eq!(names[701..703], ["zz", "aaa"]);
        let distinct: std::collections::HashSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }

    #[test]
    fn module_and_glue_have_the_same_short_names() {
        let mut module = Module::default();
        let nothing = module.types.add(&[], &[]);
        for name in ["__wbg_log_12ab", "__wbg_log_12ab3", "__wbg_log_12ab"] {
            module.add_import_func("./quay_bg.js", name, nothing);
        }
        let short = shortened(&mut module);
        let names: Vec<&str> = module
            .imports
            .iter()
            .map(|import| import.name.as_str())
            .collect();
        assert_eq!(names, ["a", "b", "a"]);
        let glue = "imports = { __wbg_log_12ab: () => 'é', __wbg_log_12ab3: wasm.__wbg_log };";
        assert_eq!(
            renamed(glue, &short),
            "imports = { a: () => 'é', b: wasm.__wbg_log };"
        );
    }
}
