// A text column as a dictionary.
#include "layers/words.hpp"

#include <unordered_map>

#include "core/parallel.hpp"

namespace lykta::layers {

namespace {

constexpr std::size_t block = 65'536;

/// Index of a word, added at the end when new.
class Dictionary {
public:
    std::uint32_t index_of(std::string_view word) {
        const auto [place, added] = m_index.try_emplace(word, static_cast<std::uint32_t>(m_words.size()));
        if (added) m_words.push_back(word);
        return place->second;
    }
    [[nodiscard]] const std::vector<std::string_view>& words() const { return m_words; }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_index;
    std::vector<std::string_view> m_words;
};

Words with_texts(const Dictionary& dictionary, std::vector<std::uint32_t> of_row) {
    Words words;
    for (const auto word : dictionary.words()) words.text.emplace_back(word);
    words.of_row = std::move(of_row);
    return words;
}

}  // namespace

Words words_of(const sources::Table& table, std::size_t column, std::span<const std::size_t> rows) {
    std::vector<std::uint32_t> of_row(rows.size());
    std::vector<Dictionary> parts((rows.size() + block - 1) / block);
    parallel_blocks(rows.size(), block, [&](std::size_t first, std::size_t last) {
        auto& part = parts[first / block];
        for (std::size_t i = first; i < last; ++i) {
            of_row[i] = part.index_of(trimmed(table.cell(rows[i], column)));
        }
    });
    Dictionary all;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        std::vector<std::uint32_t> global;
        for (const auto word : parts[p].words()) global.push_back(all.index_of(word));
        const auto end = std::min(rows.size(), (p + 1) * block);
        for (std::size_t i = p * block; i < end; ++i) of_row[i] = global[of_row[i]];
    }
    return with_texts(all, std::move(of_row));
}

Words no_words(std::size_t rows) {
    return {{std::string{}}, std::vector<std::uint32_t>(rows, 0)};
}

Words joined_words(const Words& first, const Words& second) {
    Words out;
    std::unordered_map<std::uint64_t, std::uint32_t> index;
    for (std::size_t row = 0; row < first.of_row.size(); ++row) {
        const auto key = (std::uint64_t{first.of_row[row]} << 32U) | second.of_row[row];
        const auto [place, added] = index.try_emplace(key, static_cast<std::uint32_t>(out.text.size()));
        if (added) out.text.emplace_back(trimmed(first.at(row) + " " + second.at(row)));
        out.of_row.push_back(place->second);
    }
    return out;
}

Words mapped(const Words& words, const std::map<std::string, std::string>& to) {
    if (to.empty()) return words;
    std::map<std::string, std::string> small;
    for (const auto& [from, category] : to) small[lowered(trimmed(from))] = category;
    std::vector<std::string> texts;
    for (const auto& word : words.text) {
        const auto found = small.find(lowered(word));
        texts.push_back(found == small.end() ? word : found->second);
    }
    Dictionary dictionary;
    std::vector<std::uint32_t> now;
    for (const auto& text : texts) now.push_back(dictionary.index_of(text));
    std::vector<std::uint32_t> of_row;
    for (const auto index : words.of_row) of_row.push_back(now[index]);
    return with_texts(dictionary, std::move(of_row));
}

void append_words(Words& to, const Words& more) {
    const std::vector<std::string> texts = to.text;  // the dictionary below points into them
    Dictionary dictionary;
    for (const auto& text : texts) dictionary.index_of(text);
    std::vector<std::uint32_t> now;
    for (const auto& text : more.text) now.push_back(dictionary.index_of(text));
    for (const auto index : more.of_row) to.of_row.push_back(now[index]);
    to.text.clear();
    for (const auto word : dictionary.words()) to.text.emplace_back(word);
}

}  // namespace lykta::layers
