// Personal numbers, telephone numbers and mail addresses in text: found, counted, masked; never shown.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::sources {

enum class PersonalKind { personal_number, phone_number, mail_address };

/// A stretch of text that looks personal.
struct PersonalMatch {
    PersonalKind kind = PersonalKind::personal_number;
    std::size_t begin = 0, length = 0;
};

/// Swedish personal and coordination numbers (10 or 12 digits, with or without - or +; a real date; Luhn's check
/// digit), telephone numbers (area code with hyphen, mobile, +46 …) and mail addresses.
[[nodiscard]] std::vector<PersonalMatch> find_personal_data(std::string_view text);

/// Quick refusal for the mass of cells: false only when find_personal_data finds nothing.
[[nodiscard]] bool may_hold_personal_data(std::string_view text);

/// The shape of a personal number over the whole cell, whatever its check digit: a column full of such cells of which
/// most fail the check digit holds case numbers or dates, not persons.
enum class PersonalShape { none, wrong_check_digit, right_check_digit };
[[nodiscard]] PersonalShape personal_shape(std::string_view cell);

/// The text with every match replaced: "121212-****", "***" for telephone and mail.
[[nodiscard]] std::string mask_personal_data(std::string_view text);

}  // namespace lykta::sources
