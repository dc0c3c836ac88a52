//! Units that rules ask for, by the names that they have in the data (`data/figures/units.tsv`): no words of a text.

macro_rules! named {
    ($($constant:ident = $name:literal,)*) => {
        $(pub(crate) const $constant: &str = $name;)*

        /// All of them.
        #[cfg(test)]
        const ALL: &[&str] = &[$($name),*];
    };
}

named! {
    BASIS_POINT = "basis point",
    CELSIUS = "celsius",
    DAY = "day",
    DECADE = "decade",
    DEGREE = "degree",
    FAHRENHEIT = "fahrenheit",
    FOOT = "foot",
    HOUR = "hour",
    KELVIN = "kelvin",
    KNOT = "knot",
    METRE = "metre",
    MILE = "mile",
    MINUTE = "minute",
    MONTH = "month",
    NAUTICAL_MILE = "nautical mile",
    PERCENT = "percent",
    PERCENTAGE_POINT = "percentage point",
    POINT = "point",
    POUND_MASS = "pound-mass",
    STONE = "stone",
    TEMPERATURE_DEGREE = "temperature degree",
    TIME = "time",
    YEAR = "year",
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::language::Language;

    #[test]
    fn the_data_has_every_unit_that_rules_ask_for() {
        let lexicon = Language::english().lexicon();
        let has = |name: &&&str| lexicon.unit_named(name).is_some();
        let missing: Vec<_> = ALL.iter().filter(|name| !has(name)).collect();
        assert_eq!(missing, [&""; 0]);
    }
}
