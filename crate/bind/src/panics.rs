//! Where the program panics, the module just stops. Nobody hears the words of a panic in a browser's background; what
//! makes them, and the place that every caller hands over, is a fortieth of the packed module. The browser tells
//! where in the module it stopped, and the same sources give the same module.

use std::collections::HashSet;

use crate::functions;
use walrus::ir::{Br, BrIf, BrTable, Call, Instr, InstrSeqId, Value, Visitor, VisitorMut};
use walrus::{ConstExpr, DataKind, FunctionId, FunctionKind, LocalFunction, Module};

/// How the names of those begin that are called to panic.
const PANICS: [&str; 16] = [
    "__rustc::__rust_start_panic",
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::lazy::panic_poisoned",
    "core::cell::panic_already",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::index::slice_",
    "core::slice::sort::shared::smallsort::panic_on_ord_violation",
    "core::str::slice_error_fail",
    "std::panicking::",
];

/// How the names of those end that a function has for its own panics.
const OWN_PANICS: [&str; 3] = [
    "::assert_failed",
    "::do_panic::runtime",
    "::len_mismatch_fail",
];

/// Lets a module stop where it called a function to panic, and leaves out the places in the sources that it told.
pub(crate) fn stopped_at(module: &mut Module) {
    let panics: HashSet<FunctionId> = module
        .funcs
        .iter()
        .filter(|function| function.name.as_deref().is_some_and(names_a_panic))
        .map(walrus::Function::id)
        .filter(|&id| never_returns(module, id))
        .collect();
    for &id in &panics {
        functions::replace(module, id, |body| {
            body.unreachable();
        });
    }
    for (_, function) in module.funcs.iter_local_mut() {
        let entry = function.entry_block();
        walrus::ir::dfs_pre_order_mut(&mut Stopping(&panics), function, entry);
    }
    walrus::passes::gc::run(module);
    forget_places(module);
}

/// Whether a function is called to panic, by its name.
fn names_a_panic(name: &str) -> bool {
    let plain = functions::plain(name);
    PANICS.iter().any(|begin| plain.starts_with(begin))
        || OWN_PANICS.iter().any(|end| plain.ends_with(end))
}

/// Whether a function of the module ends in a stop, and nothing in it leads past that.
fn never_returns(module: &Module, id: FunctionId) -> bool {
    let FunctionKind::Local(function) = &module.funcs.get(id).kind else {
        return false;
    };
    let entry = function.entry_block();
    let mut returns = Returns { entry, any: false };
    walrus::ir::dfs_in_order(&mut returns, function, entry);
    !returns.any && ends_in_a_stop(function)
}

fn ends_in_a_stop(function: &LocalFunction) -> bool {
    let body = function.block(function.entry_block());
    matches!(body.instrs.last(), Some((Instr::Unreachable(_), _)))
}

/// Whether something leads out of a function before its end.
struct Returns {
    entry: InstrSeqId,
    any: bool,
}

impl Visitor<'_> for Returns {
    fn visit_return(&mut self, _: &walrus::ir::Return) {
        self.any = true;
    }

    fn visit_br(&mut self, to: &Br) {
        self.any |= to.block == self.entry;
    }

    fn visit_br_if(&mut self, to: &BrIf) {
        self.any |= to.block == self.entry;
    }

    fn visit_br_table(&mut self, to: &BrTable) {
        self.any |= to.default == self.entry || to.blocks.contains(&self.entry);
    }
}

/// Stops where a function is called that only panics.
struct Stopping<'a>(&'a HashSet<FunctionId>);

impl VisitorMut for Stopping<'_> {
    fn visit_instr_mut(&mut self, instruction: &mut Instr, _: &mut walrus::InstrLocId) {
        if let Instr::Call(Call { func }) = instruction
            && self.0.contains(func)
        {
            *instruction = Instr::Unreachable(walrus::ir::Unreachable {});
        }
    }
}

/// Makes nothing of the places in the sources that a panic tells: where the file's name stands and how long it is, line
/// and column, one number each; nor of those names. Only what panics reads them; none of it is left.
fn forget_places(module: &mut Module) {
    let sources: Vec<(usize, Vec<u8>)> = module
        .data
        .iter()
        .filter_map(|data| Some((address(&data.kind)?, data.value.clone())))
        .collect();
    let names_a_source = |at: usize, length: usize| {
        sources.iter().any(|(begin, bytes)| {
            let name = at
                .checked_sub(*begin)
                .and_then(|at| bytes.get(at..at.checked_add(length)?));
            name.is_some_and(|name| name.ends_with(b".rs"))
        })
    };
    let ids: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    let mut names = HashSet::new();
    for &id in &ids {
        let data = module.data.get_mut(id);
        let Some(begin) = address(&data.kind) else {
            continue;
        };
        let mut at = begin.next_multiple_of(4) - begin;
        while let Some(place) = data.value.get_mut(at..at + 16) {
            let [name, length, line, column] = [0, 4, 8, 12].map(|from| {
                u32::from_le_bytes([
                    place[from],
                    place[from + 1],
                    place[from + 2],
                    place[from + 3],
                ]) as usize
            });
            if line > 0 && column > 0 && names_a_source(name, length) {
                place.fill(0);
                names.insert((name, length));
                at += 16;
            } else {
                at += 4;
            }
        }
    }
    for id in ids {
        let data = module.data.get_mut(id);
        let Some(begin) = address(&data.kind) else {
            continue;
        };
        for &(name, length) in &names {
            let at = name.wrapping_sub(begin);
            if let Some(name) = data.value.get_mut(at..at.saturating_add(length)) {
                name.fill(0);
            }
        }
    }
}

/// Where in memory data stands, if that is known.
fn address(kind: &DataKind) -> Option<usize> {
    match kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(at)),
            ..
        } => usize::try_from(*at).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use walrus::ir::BinaryOp;
    use walrus::{FunctionBuilder, ModuleConfig, ValType};

    use super::*;

    /// Where the example's data stands.
    const BEGIN: usize = 1024;

    /// A module with a function of a name that calls another, its own panic, where its number is not seven; that one ends
    /// in a stop, or returns. Its data are the name of a source, a place in it, and four numbers that are none.
    fn example(panic: &str, returns: bool) -> Module {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        let argument = module.locals.add(ValType::I32);
        let mut body = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        body.name(panic.to_string());
        if returns {
            body.func_body().return_();
        }
        body.func_body().unreachable();
        let panic = body.finish(vec![argument], &mut module.funcs);
        let number = module.locals.add(ValType::I32);
        let mut body = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        body.func_body()
            .local_get(number)
            .i32_const(7)
            .binop(BinaryOp::I32Ne)
            .if_else(
                None,
                |then| {
                    then.i32_const(1040).call(panic);
                },
                |_| (),
            );
        let asks = body.finish(vec![number], &mut module.funcs);
        module.exports.add("asks", asks);
        module.exports.add("memory", memory);
        let words = [1024, 9, 12, 5, 1024, 8, 12, 5].map(|word: u32| word.to_le_bytes());
        let kind = DataKind::Active {
            memory,
            offset: ConstExpr::Value(Value::I32(1024)),
        };
        let value = [b"quay/a.rs, tides".as_slice(), &words.concat()].concat();
        module.data.add(kind, value);
        module
    }

    fn stopped(panic: &str, returns: bool) -> Module {
        let mut module = example(panic, returns);
        stopped_at(&mut module);
        module
    }

    #[test]
    fn what_only_panics_is_a_stop_where_it_was_called() {
        for panic in [
            "core::panicking::panic_bounds_check",
            "core[c5930c85a12de822]::panicking::panic_bounds_check",
            "core[c5930c85a12de822]::panicking::assert_failed::<usize, usize>[2]",
            "<alloc[1]::vec::Vec<_>>::remove::assert_failed",
        ] {
            let module = stopped(panic, false);
            assert_eq!(module.funcs.iter().count(), 1, "{panic}");
            let (_, asks) = module.funcs.iter_local().next().unwrap();
            let mut stops = Stops(0);
            walrus::ir::dfs_in_order(&mut stops, asks, asks.entry_block());
            assert_eq!(stops.0, 1, "{panic}");
        }
    }

    #[test]
    fn what_returns_or_has_another_name_is_called_as_before() {
        for (name, returns) in [
            ("core::panicking::panic_bounds_check", true),
            (
                "regex_automata::nfa::thompson::builder::Builder::add_fail",
                false,
            ),
            ("plumbline_core::panicking", false),
        ] {
            assert_eq!(stopped(name, returns).funcs.iter().count(), 2, "{name}");
        }
    }

    #[test]
    fn a_place_in_a_source_is_forgotten_and_nothing_else() {
        let (before, after) = (
            example("core::panicking::panic", false),
            stopped("core::panicking::panic", false),
        );
        let bytes = |module: &Module| module.data.iter().next().unwrap().value.clone();
        let (before, after) = (bytes(&before), bytes(&after));
        let (name, place) = (0..9, 1040 - BEGIN..1056 - BEGIN);
        assert_eq!(after[place.clone()], [0; 16]);
        assert_eq!(after[name.clone()], [0; 9]);
        assert_eq!(
            after[name.end..place.start],
            before[name.end..place.start],
            "what stands between the name and the place is another's"
        );
        assert_eq!(
            after[place.end..],
            before[place.end..],
            "eight letters of it are no name of a source"
        );
    }

    /// Counts how often something stops.
    struct Stops(usize);

    impl Visitor<'_> for Stops {
        fn visit_unreachable(&mut self, _: &walrus::ir::Unreachable) {
            self.0 += 1;
        }
    }
}
