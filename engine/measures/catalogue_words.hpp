// The words a catalogue file may use for each enumeration, both ways.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "measures/catalogue.hpp"

namespace lykta::measures {

template <class E>
struct Word {
    std::string_view code;
    E value;
};

/// All words of an enumeration, in its own order. The argument only chooses the enumeration.
[[nodiscard]] std::span<const Word<Outcome>> words_for(Outcome);
[[nodiscard]] std::span<const Word<Principle>> words_for(Principle);
[[nodiscard]] std::span<const Word<Grade>> words_for(Grade);
[[nodiscard]] std::span<const Word<Owner>> words_for(Owner);
[[nodiscard]] std::span<const Word<Siting>> words_for(Siting);
[[nodiscard]] std::span<const Word<When>> words_for(When);
[[nodiscard]] std::span<const Word<Setting>> words_for(Setting);
[[nodiscard]] std::span<const Word<Condition>> words_for(Condition);
[[nodiscard]] std::span<const Word<RuledOut>> words_for(RuledOut);

/// The code of a value: code_of(Condition::lamp_out) = "lamp_out".
template <class E>
[[nodiscard]] std::string_view code_of(E value) {
    return words_for(value)[static_cast<std::size_t>(value)].code;
}

/// The value of a code; empty where the enumeration has no such word.
template <class E>
[[nodiscard]] std::optional<E> value_of(std::string_view code) {
    for (const auto& word : words_for(E{}))
        if (word.code == code) return word.value;
    return std::nullopt;
}

}  // namespace lykta::measures
