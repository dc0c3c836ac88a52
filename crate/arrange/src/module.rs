//! A module with its functions in another order: their numbers change wherever they are named. What accesses memory says
//! nothing of how it is aligned there: no browser makes use of it, and what is alike is then written alike.

use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, FunctionSectionReader, MemArg, Parser, Payload, TypeRef, Validator,
};

/// The module with its own functions in the order that is given for their bodies; what it imports stands before them.
///
/// # Errors
///
/// If the bytes are no module.
pub(crate) fn arranged(module: &[u8], order: impl Fn(&[&[u8]]) -> Vec<usize>) -> Result<Vec<u8>> {
    Validator::new().validate_all(module)?;
    let (imported, bodies) = functions(module)?;
    let bodies: Option<Vec<&[u8]>> = bodies.into_iter().map(|body| module.get(body)).collect();
    let order = order(&bodies.context("a function ends outside the module")?);
    let mut numbers = vec![None; order.len()];
    for (number, &function) in (imported..).zip(&order) {
        numbers[function] = Some(number);
    }
    let numbers = numbers.into_iter().collect::<Option<_>>();
    let mut arranged = Module::new();
    Arrangement {
        imported,
        order,
        numbers: numbers.context("a function has no place in the order")?,
    }
    .parse_core_module(&mut arranged, Parser::new(0), module)?;
    let arranged = arranged.finish();
    Validator::new()
        .validate_all(&arranged)
        .context("what came of it is no module")?;
    Ok(arranged)
}

/// How many functions a module imports, and where the bodies of its own stand.
fn functions(module: &[u8]) -> Result<(u32, Vec<Range<usize>>)> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            _ => {}
        }
    }
    ensure!(
        u32::try_from(bodies.len()).is_ok(),
        "more functions than can be numbered"
    );
    Ok((imported, bodies))
}

struct Arrangement {
    imported: u32,
    /// Which function stands where.
    order: Vec<usize>,
    /// What number each has then.
    numbers: Vec<u32>,
}

impl Reencode for Arrangement {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let own = function
            .checked_sub(self.imported)
            .map(|own| self.numbers.get(own as usize));
        Ok(own.flatten().copied().unwrap_or(function))
    }

    fn mem_arg(&mut self, arg: MemArg) -> Result<wasm_encoder::MemArg, Error<Infallible>> {
        utils::mem_arg(self, MemArg { align: 0, ..arg })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for &function in &self.order {
            functions.function(types[function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for place in 0..self.order.len() {
            self.parse_function_body(code, bodies[self.order[place]].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        ImportSection, MemorySection, MemoryType, RefType, StartSection, TableSection, TableType,
        TypeSection, ValType,
    };
    use wasmparser::{ElementItems, Operator};

    use super::*;

    /// Imports a function, and has five of its own: one, two, their difference behind an import's call, one that puts
    /// a reference to `two` aside, and one that begins.
    fn example() -> Vec<u8> {
        let (nothing, number) = (0, 1);
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("page", "told", EntityType::Function(nothing));
        let mut functions = FunctionSection::new();
        for of in [number, number, number, nothing, nothing] {
            functions.function(of);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: None,
            shared: false,
        });
        let mut exports = ExportSection::new();
        exports.export("difference", ExportKind::Func, 3);
        exports.export("told", ExportKind::Func, 0);
        exports.export("aside", ExportKind::Func, 4);
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(0),
            Elements::Functions([1, 2][..].into()),
        );
        let mut code = CodeSection::new();
        let mut bodies = [(); 5].map(|()| Function::new([]));
        let [one, two, difference, aside, begins] = &mut bodies;
        one.instructions().i32_const(1).end();
        two.instructions().i32_const(2).end();
        difference
            .instructions()
            .call(0)
            .call(2)
            .call(1)
            .i32_sub()
            .end();
        aside.instructions().ref_func(2).drop().end();
        begins.instructions().call(4).end();
        for body in &bodies {
            code.function(body);
        }
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&tables);
        module
            .section(&exports)
            .section(&StartSection { function_index: 5 });
        module.section(&elements).section(&code);
        module.finish()
    }

    /// What a module does, with no number of a function: each name for one is written as what it does.
    fn deeds(module: &[u8]) -> Vec<String> {
        let (imported, _) = functions(module).unwrap();
        let mut bodies = Vec::new();
        let (mut exports, mut rest) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::ExportSection(section) => {
                    exports.extend(section.into_iter().map(|export| export.unwrap()));
                }
                Payload::StartSection { func, .. } => rest.push(func),
                Payload::ElementSection(section) => {
                    for element in section {
                        if let ElementItems::Functions(items) = element.unwrap().items {
                            rest.extend(items.into_iter().map(|item| item.unwrap()));
                        }
                    }
                }
                _ => {}
            }
        }
        let deed = |function: u32| deed(function, imported, &bodies);
        let named = exports
            .iter()
            .map(|export| format!("{}: {}", export.name, deed(export.index)));
        named
            .chain(rest.iter().map(|&function| deed(function)))
            .collect()
    }

    fn deed(function: u32, imported: u32, bodies: &[wasmparser::FunctionBody<'_>]) -> String {
        let Some(own) = function.checked_sub(imported) else {
            return format!("import {function}");
        };
        let mut deeds = Vec::new();
        for operator in bodies[own as usize].get_operators_reader().unwrap() {
            deeds.push(match operator.unwrap() {
                Operator::Call { function_index: of }
                | Operator::RefFunc { function_index: of } => deed(of, imported, bodies),
                other => format!("{other:?}"),
            });
        }
        format!("({})", deeds.join(" "))
    }

    #[test]
    fn a_module_does_the_same_in_every_order() {
        let module = example();
        let before = deeds(&module);
        assert_eq!(before.len(), 6, "{before:?}");
        for turn in 0..5 {
            let order = |bodies: &[&[u8]]| {
                let mut order: Vec<usize> = (0..bodies.len()).rev().collect();
                order.rotate_left(turn);
                order
            };
            let after = arranged(&module, order).unwrap();
            assert_ne!(after, module, "order {turn}");
            assert_eq!(deeds(&after), before, "order {turn}");
        }
    }

    #[test]
    fn what_stands_in_order_stays_byte_for_byte() {
        let module = example();
        assert_eq!(
            arranged(&module, |bodies| (0..bodies.len()).collect()).unwrap(),
            module
        );
    }

    #[test]
    fn how_memory_is_aligned_is_not_said() {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let module = |align| {
            let mut code = CodeSection::new();
            let mut body = Function::new([]);
            let at = wasm_encoder::MemArg {
                offset: 8,
                align,
                memory_index: 0,
            };
            body.instructions().i32_const(4).i32_load(at).end();
            code.function(&body);
            let mut module = Module::new();
            module.section(&types).section(&functions);
            module.section(&memories).section(&code);
            module.finish()
        };
        let as_it_is = |bodies: &[&[u8]]| (0..bodies.len()).collect();
        for align in 0..=2 {
            assert_eq!(
                arranged(&module(align), as_it_is).unwrap(),
                module(0),
                "{align}"
            );
        }
    }

    #[test]
    fn what_is_no_module_is_told() {
        let cut = &example()[..40];
        assert!(arranged(cut, |bodies| (0..bodies.len()).collect()).is_err());
        assert!(arranged(b"no module", |_| Vec::new()).is_err());
    }

    #[test]
    fn an_order_that_leaves_a_function_out_is_told() {
        assert!(arranged(&example(), |bodies| vec![0; bodies.len()]).is_err());
    }
}
