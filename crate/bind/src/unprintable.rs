//! Where text stands between quotation marks, as in what a library says of a value that belongs elsewhere, every character
//! but quotation marks and controls is written as it is. To know which of them no font shows takes tables of two kilobytes
//! in each module, packed.

use crate::functions;
use std::ops::Range;
use walrus::ir::{Const, Load, Value, Visitor};
use walrus::{ConstExpr, DataKind, FunctionId, Module, ValType};

/// What asks whether a character is to be written as its number, and what it is told now.
const ASKS: [(&str, bool); 2] = [
    ("core::unicode::printable::is_printable", true),
    (
        "core::unicode::unicode_data::grapheme_extend::lookup_slow",
        false,
    ),
];

/// No function has tables that stand further from one another, in bytes.
const NEAR: usize = 4096;

/// Writes such characters as any other. Returns how many ways to know them the module had.
pub(crate) fn written(module: &mut Module) -> usize {
    let asks: Vec<(FunctionId, bool)> = ASKS
        .iter()
        .filter_map(|&(name, answer)| {
            let function = module.funcs.iter_local().find(|(id, function)| {
                let known = module.funcs.get(*id).name.as_deref();
                let of = module.types.get(function.ty());
                known.is_some_and(|known| functions::plain(known) == name)
                    && (of.params(), of.results()) == (&[ValType::I32], &[ValType::I32])
            });
            function.map(|(id, _)| (id, answer))
        })
        .collect();
    let tables: Vec<Range<usize>> = asks
        .iter()
        .filter_map(|(id, _)| tables(module, *id))
        .collect();
    for &(id, answer) in &asks {
        functions::replace(module, id, |body| {
            body.i32_const(i32::from(answer));
        });
    }
    walrus::passes::gc::run(module);
    let mut named = Named::default();
    for (_, function) in module.funcs.iter_local() {
        walrus::ir::dfs_in_order(&mut named, function, function.entry_block());
    }
    for table in tables {
        if !named.all().any(|at| table.contains(&at)) {
            forget(module, &table);
        }
    }
    asks.len()
}

/// From where to where the tables stand that a function reads.
fn tables(module: &Module, id: FunctionId) -> Option<Range<usize>> {
    let function = module.funcs.get(id).kind.unwrap_local();
    let mut named = Named::default();
    walrus::ir::dfs_in_order(&mut named, function, function.entry_block());
    let read = *named.read.iter().max()?;
    let near = named.all().filter(|at| at.abs_diff(read) < NEAR);
    let (first, last) = near.fold((read, read), |(first, last), at| {
        (first.min(at), last.max(at))
    });
    Some(first..last)
}

/// The addresses that functions name.
#[derive(Default)]
struct Named {
    numbers: Vec<usize>,
    read: Vec<usize>,
}

impl Named {
    fn all(&self) -> impl Iterator<Item = usize> {
        self.numbers.iter().chain(&self.read).copied()
    }
}

impl Visitor<'_> for Named {
    fn visit_const(&mut self, number: &Const) {
        if let Value::I32(number) = number.value {
            self.numbers.extend(usize::try_from(number));
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.read.extend(usize::try_from(load.arg.offset));
    }
}

/// Makes nothing of what stands there in a module's data.
fn forget(module: &mut Module, table: &Range<usize>) {
    let ids: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(begin)),
            ..
        } = data.kind
        else {
            continue;
        };
        let Ok(begin) = usize::try_from(begin) else {
            continue;
        };
        let at = |address: usize| address.checked_sub(begin);
        if let Some(bytes) = at(table.start)
            .zip(at(table.end))
            .and_then(|(from, to)| data.value.get_mut(from..to))
        {
            bytes.fill(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ir::{LoadKind, MemArg};
    use walrus::{FunctionBuilder, ModuleConfig};

    /// A module with what asks of characters, which reads tables from 1028 to 1040 of data that stand from 1024 to 1056, and
    /// with another function that reads what stands at an address.
    fn example(other: u32) -> Module {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        let kind = DataKind::Active {
            memory,
            offset: ConstExpr::Value(Value::I32(1024)),
        };
        module.data.add(kind, vec![7; 32]);
        let asks = "core[c5930c85a12de822]::unicode::printable::is_printable";
        for (name, from, to) in [(asks, 1028, 1040), ("another", other, other)] {
            let argument = module.locals.add(ValType::I32);
            let of = [ValType::I32];
            let mut body = FunctionBuilder::new(&mut module.types, &of, &of);
            body.name(name.to_owned());
            let arg = MemArg {
                align: 1,
                offset: from.into(),
            };
            let kind = LoadKind::I32_8 {
                kind: walrus::ir::ExtendedLoad::ZeroExtend,
            };
            body.func_body()
                .i32_const(i32::try_from(to).unwrap())
                .drop()
                .local_get(argument)
                .load(memory, kind, arg);
            let id = body.finish(vec![argument], &mut module.funcs);
            module.exports.add(name, id);
        }
        module
    }

    fn bytes(module: &Module) -> Vec<u8> {
        module.data.iter().next().unwrap().value.clone()
    }

    #[test]
    fn the_tables_of_what_no_font_shows_are_forgotten_where_nobody_else_reads_them() {
        for (other, blank) in [(1040, 4..16), (1027, 4..16), (1030, 0..0)] {
            let mut module = example(other);
            assert_eq!(written(&mut module), 1, "{other}");
            let mut expected = vec![7; 32];
            expected[blank].fill(0);
            assert_eq!(bytes(&module), expected, "{other}");
        }
    }
}
