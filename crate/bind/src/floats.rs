//! What is said of a number with a binary fraction goes without the number. Plumbline's own figures are decimals, and what
//! readers see of sizes and days the browser writes; the only ones left stand in what a library says of a message or a file
//! that holds such a number where something else belongs. To write them takes ten kilobytes of the packed extension.

use crate::functions;
use walrus::{Module, ValType};

/// How the names of those begin that write such a number. They give no error where they give nothing.
const WRITERS: [&str; 4] = [
    "core::fmt::float::float_to_decimal_common_exact",
    "core::fmt::float::float_to_decimal_common_shortest",
    "core::fmt::float::float_to_exponential_common_exact",
    "core::fmt::float::float_to_exponential_common_shortest",
];

/// Leaves such numbers out of whatever a module writes. Returns how many ways to write one it had.
pub(crate) fn left_out(module: &mut Module) -> usize {
    let writers: Vec<_> = module
        .funcs
        .iter_local()
        .filter(|(id, function)| {
            let name = module.funcs.get(*id).name.as_deref().map(functions::plain);
            let writes =
                name.is_some_and(|name| WRITERS.iter().any(|begin| name.starts_with(begin)));
            writes && module.types.get(function.ty()).results() == [ValType::I32]
        })
        .map(|(id, _)| id)
        .collect();
    for &id in &writers {
        functions::replace(module, id, |body| {
            body.i32_const(0);
        });
    }
    walrus::passes::gc::run(module);
    if !writers.is_empty() {
        forget_powers(module);
    }
    writers.len()
}

/// The powers of ten with which such numbers were written, from the lowest to the highest, one in eight, each in sixteen
/// bytes, of which two say which it is.
const POWERS: std::ops::RangeInclusive<i16> = -308..=332;
const POWER: usize = 16;
const SAYS: usize = 10;

/// Makes nothing of those powers, wherever they stand in the data.
fn forget_powers(module: &mut Module) {
    let length = POWERS.step_by(8).count() * POWER;
    let ids: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let powers = |bytes: &[u8]| {
            let mut places = bytes.chunks(POWER).zip(POWERS.step_by(8));
            places.all(|(place, power)| place.get(SAYS..SAYS + 2) == Some(&power.to_le_bytes()))
        };
        if let Some(at) = data.value.windows(length).position(powers) {
            data.value[at..at + length].fill(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, FunctionId, FunctionKind, ModuleConfig, ir::Instr};

    /// A function of a name that hands its argument back, exported so that it stays.
    fn hands_back(module: &mut Module, name: &str, export: &str) -> FunctionId {
        let argument = module.locals.add(ValType::I32);
        let mut body = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        body.name(name.to_owned());
        body.func_body().local_get(argument);
        let id = body.finish(vec![argument], &mut module.funcs);
        module.exports.add(export, id);
        id
    }

    #[test]
    fn the_powers_of_ten_are_forgotten_and_what_stands_beside_them_is_not() {
        let mut module = Module::with_config(ModuleConfig::new());
        let name = "core::fmt::float::float_to_decimal_common_exact::<f64>";
        hands_back(&mut module, name, "float");
        let memory = module.memories.add_local(false, false, 1, None, None);
        let powers = |from: i16| -> Vec<u8> {
            let power = |power: i16| [&[9; SAYS][..], &power.to_le_bytes(), &[9; 4]].concat();
            (from..=332).step_by(8).flat_map(power).collect()
        };
        // Those from the second on are another table.
        let value = [&b"quay"[..], &powers(-308), b"tide", &powers(-300)].concat();
        let kind = walrus::DataKind::Active {
            memory,
            offset: walrus::ConstExpr::Value(walrus::ir::Value::I32(1024)),
        };
        module.data.add(kind, value);
        left_out(&mut module);
        let expected = [&b"quay"[..], &[0; 81 * POWER], b"tide", &powers(-300)].concat();
        assert_eq!(module.data.iter().next().unwrap().value, expected);
    }

    #[test]
    fn what_writes_binary_fractions_writes_nothing_and_the_rest_stays() {
        let mut module = Module::with_config(ModuleConfig::new());
        let float = "core[1a2b]::fmt::float::float_to_decimal_common_exact::<f64>";
        let float = hands_back(&mut module, float, "float");
        let whole = hands_back(&mut module, "core[1a2b]::fmt::num::imp::fmt_u64", "whole");
        assert_eq!(left_out(&mut module), 1);
        let writes_nothing = |id| {
            let FunctionKind::Local(function) = &module.funcs.get(id).kind else {
                panic!("it is the module's own");
            };
            let body = function.block(function.entry_block());
            matches!(body.instrs.as_slice(), [(Instr::Const(_), _)])
        };
        assert!(writes_nothing(float) && !writes_nothing(whole));
    }
}
