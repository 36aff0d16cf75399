// One [[measure]] table onto a measure, key by key, and what must hold afterwards.
#pragma once
#include "measures/catalogue_table.hpp"

namespace lykta::measures {

/// Writes the table's keys onto the measure; what the table leaves out is left as it is.
/// \throws Error{bad_option} for an unknown key or word or an impossible figure, at its line
void read_measure(CatalogueTable& table, Measure& into);

/// Refuses a measure that lacks what every entry must say, or that a computation cannot rest on.
/// \param table  where it was read last, for the line
void check_measure(const CatalogueTable& table, const Measure& measure);

/// The cost of one unit. A typical figure that leaves the range low–high takes the range with it in proportion, unless
/// the table gives the range too: someone who knows their own price seldom knows the range.
/// A figure without a source of its own gets its file and line as source, and no longer counts as a guess; unless it
/// says itself that it is one.
void read_cost(CatalogueTable& table, UnitCost& into);

void read_effect(CatalogueTable& table, EffectRow& into);

}  // namespace lykta::measures
