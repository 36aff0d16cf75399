// Rows that occur more than once.
#include "layers/duplicates.hpp"

#include <algorithm>
#include <cstring>
#include <set>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "layers/columns.hpp"

namespace lykta::layers {

namespace {

constexpr std::size_t block = 16'384;

struct HashedRow {
    std::uint64_t hash = 0;
    std::size_t row = 0;
};

std::uint64_t mixed(std::uint64_t value) {  // the finaliser of SplitMix64 (Steele, Lea, Flood 2014)
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = mixed(seed ^ text.size());
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        hash = mixed(hash ^ word);
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data(), text.size());
    return mixed(hash ^ rest);
}

std::uint64_t hash_of(Point p, std::uint64_t seed) {
    std::uint64_t x = 0, y = 0;
    std::memcpy(&x, &p.x, 8);
    std::memcpy(&y, &p.y, 8);
    return mixed(mixed(seed ^ x) ^ y);
}

std::uint64_t row_hash(const sources::Table& table, std::size_t row) {
    std::uint64_t hash = 1;
    for (std::size_t column = 0; column < table.columns(); ++column) hash = hash_of(table.cell(row, column), hash);
    if (!table.has_geometry()) return hash;
    if (const auto* p = std::get_if<Point>(&table.geometry(row))) return hash_of(*p, hash);
    if (std::holds_alternative<std::monostate>(table.geometry(row))) return hash;
    return mixed(hash ^ (row + 1));  // shapes are not compared
}

/// Hashes of the rows still in, equal ones together, in row order within.
std::vector<HashedRow> sorted_hashes(const Reading& reading, const std::vector<std::size_t>& rows,
                                     const std::function<std::uint64_t(std::size_t)>& hash) {
    std::vector<HashedRow> hashed(rows.size());
    parallel_blocks(rows.size(), block, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) hashed[i] = {hash(rows[i]), rows[i]};
    });
    static_cast<void>(reading);
    std::sort(hashed.begin(), hashed.end(), [](const HashedRow& a, const HashedRow& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.row < b.row;
    });
    return hashed;
}

/// Runs use(first, last) over groups of two or more equal hashes.
template <class Use>
void for_repeats(const std::vector<HashedRow>& hashed, Use use) {
    for (std::size_t i = 0; i < hashed.size();) {
        std::size_t end = i + 1;
        while (end < hashed.size() && hashed[end].hash == hashed[i].hash) ++end;
        if (end - i > 1) use(i, end);
        i = end;
    }
}

std::string id_list(const Reading& reading, std::size_t id, const std::vector<std::size_t>& rows) {
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const auto row : rows) {
        auto text = shown(trimmed(reading.table.cell(row, id)));
        if (!seen.insert(text).second) continue;
        if (ids.size() == 20) {
            ids.emplace_back("…");
            break;
        }
        ids.push_back(std::move(text));
    }
    return joined(ids);
}

void report_repeats(Reading& reading, const std::vector<std::size_t>& repeats, std::optional<std::size_t> id,
                    Severity severity) {
    if (repeats.empty()) return;
    RowsConcerned concerned;
    for (const auto row : repeats) concerned.add(reading.row_number(row));
    const auto ids = id ? say(" (id {})", id_list(reading, *id, repeats)) : std::string{};
    const bool dropped = reading.options.drop_duplicates;
    add_issue(reading,
              {"duplicate", severity,
               dropped ? say("{} exact repeats of an earlier row{} set aside", concerned.count, ids)
                       : say("{} exact repeats of an earlier row{}; they are counted as they stand, say "
                             "--drop-duplicates to leave them out",
                             concerned.count, ids)},
              concerned);
    if (!dropped) return;
    for (const auto row : repeats) set_aside(reading, row, Reason::duplicate, say("repeats an earlier row exactly"));
}

/// Rows whose id an earlier row has with other content.
void report_ids(Reading& reading, std::size_t id, const std::vector<std::size_t>& repeats) {
    const std::set<std::size_t> exact(repeats.begin(), repeats.end());
    const auto& table = reading.table;
    const auto hashed = sorted_hashes(reading, rows_in(reading), [&](std::size_t row) {
        const auto text = trimmed(table.cell(row, id));
        return text.empty() ? mixed(row + 1) : hash_of(text, 2);
    });
    std::vector<std::size_t> differing;
    for_repeats(hashed, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first + 1; i < last; ++i) {
            if (!exact.contains(hashed[i].row)) differing.push_back(hashed[i].row);
        }
    });
    // An id column full of repeats is no id but a class ("name", "area").
    if (differing.size() * 5 > table.rows() && differing.size() > 20) return;
    std::sort(differing.begin(), differing.end());
    RowsConcerned concerned;
    for (const auto row : differing) concerned.add(reading.row_number(row));
    add_issue(reading,
              {"duplicate_id", Severity::warning,
               say("{} ids occur with different content ({}); both rows are counted", concerned.count,
                   id_list(reading, id, differing))},
              concerned);
}

}  // namespace

void find_duplicates(Reading& reading) {
    const auto& table = reading.table;
    const auto hashed = sorted_hashes(reading, rows_in(reading), [&](std::size_t row) { return row_hash(table, row); });
    std::vector<std::size_t> repeats;
    for_repeats(hashed, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first + 1; i < last; ++i) repeats.push_back(hashed[i].row);
    });
    std::sort(repeats.begin(), repeats.end());
    const auto id = known_column(table, "id");
    const bool tells_apart = id || known_column(table, "time");
    report_repeats(reading, repeats, id, tells_apart ? Severity::warning : Severity::note);
    if (id) report_ids(reading, *id, repeats);
}

}  // namespace lykta::layers
