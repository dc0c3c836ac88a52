//! The functions of a module, known by the names that the compiler gives them.

use walrus::{FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, Module};

/// A name without the numbers in brackets that tell crates of one name apart, or functions.
pub(crate) fn plain(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default();
    std::iter::once(first)
        .chain(parts.map(|part| part.split_once(']').map_or(part, |(_, after)| after)))
        .collect()
}

/// Lets a function of the module do something else with the same arguments.
pub(crate) fn replace(module: &mut Module, id: FunctionId, write: fn(&mut InstrSeqBuilder<'_>)) {
    let (of, arguments) = {
        let function = module.funcs.get(id).kind.unwrap_local();
        (module.types.get(function.ty()), function.args.clone())
    };
    let (parameters, results) = (of.params().to_vec(), of.results().to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
    write(&mut body.func_body());
    module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_lose_the_numbers_in_brackets() {
        for (name, expected) in [
            (
                "core[26a4f]::fmt::float::write::<f64>",
                "core::fmt::float::write::<f64>",
            ),
            ("std::panicking::begin", "std::panicking::begin"),
            ("a[1]::b[2]", "a::b"),
        ] {
            assert_eq!(plain(name), expected);
        }
    }
}
