// What the cells of a whole table hold that its reader must hear about: formulas, personal data, damaged letters.
#pragma once
#include <string>
#include <string_view>

#include "core/rows.hpp"
#include "sources/table.hpp"

namespace lykta::sources {

/// Adds to the account, each counted with its row numbers and never with the value itself where it is personal:
/// formula_cell, personal_number, phone_number, mail_address, double_encoded, lost_letters.
void check_cells(const Table& table, RowAccount& account);

/// Would a spreadsheet run this cell? It begins with = @ tab or CR, or with + or - without being a number or a plain
/// word.
[[nodiscard]] bool is_formula(std::string_view cell);

/// "," or "." as most numbers with decimals in the first thousand rows have it; empty when none has decimals.
[[nodiscard]] std::string decimal_sign_of(const Table& table);

}  // namespace lykta::sources
