// Incident CSV files. Dirt is put on a fixed number of rows, each row at most once: the kinds are those met in real
// exports (empty, zero, swapped, rounded or foreign coordinates, words for numbers, date 1900, exact repeats, a sum
// row).
#include <fmt/format.h>

#include <set>

#include "tables.hpp"

namespace exempelstad {

namespace {

struct Words {
    std::string_view embrace, police;
};
constexpr Words words[category_count] = {
    {"skadegörelse", "Skadegörelse, övrig"},
    {"klotter", "Skadegörelse, klotter"},
    {"misshandel", "Misshandel, utomhus"},
    {"rån", "Personrån"},
    {"narkotika", "Narkotikabrott, eget bruk/innehav"},
    {"ordningsstörning", "Ordningslagen, störande"},
    {"inbrott i källarförråd", "Stöld genom inbrott, källare/vind"},
    {"bilbrott", "Stöld ur/från motorfordon"},
    {"cykelstöld", "Stöld, cykel"},
    {"nedskräpning", ""},
    {"otrygg plats", ""},
    {"bostadsinbrott", "Stöld genom inbrott, villa/radhus"},
    {"buskörning", "Vårdslöshet i trafik"},
    {"hot och ofredande", "Olaga hot/ofredande"},
    {"snatteri", "Stöld, butik"},
    {"anlagd brand", "Skadegörelse genom brand"},
};
constexpr std::string_view reporters[] = {"polis", "ordningsvakt", "skola", "fritidsgård", "bostadsbolag", "allmänhet"};

std::string clock(int minute, bool hour_unknown) {
    const int day = minute / 1440, month = month_of(day);
    int first = day;
    while (first > 0 && month_of(first - 1) == month) --first;
    const int in_day = hour_unknown ? 0 : minute % 1440;
    return fmt::format("{}-{:02}-{:02} {:02}:{:02}", day < 365 ? 2023 : 2024, month, day - first + 1, in_day / 60,
                       in_day % 60);
}

struct Row {
    std::string id, from, to, type, reporter, address, north, east;
};

/// Draws rows for dirt, none twice.
class Soil {
public:
    Soil(std::vector<Row>& rows, std::uint64_t item) : m_rows(rows), m_dice(Use::dirt, item) {}
    template <class Spoil>
    void put(const char* kind, int count, Spoil spoil) {
        for (int done = 0; done < count;) {
            const int i = m_dice.below(static_cast<int>(m_rows.size()));
            if (!m_taken.insert(i).second) continue;
            spoil(m_rows[static_cast<std::size_t>(i)]);
            ++done;
        }
        dirt[kind] = count;
    }
    /// Repeats some clean rows right after themselves, id and all.
    void repeat(int count) {
        std::set<int> chosen;
        while (static_cast<int>(chosen.size()) < count)
            if (const int i = m_dice.below(static_cast<int>(m_rows.size())); !m_taken.contains(i)) chosen.insert(i);
        for (auto i = chosen.rbegin(); i != chosen.rend(); ++i) {
            const Row copy = m_rows[static_cast<std::size_t>(*i)];
            m_rows.insert(m_rows.begin() + *i, copy);
        }
        dirt["exact_duplicate"] = count;
    }
    std::map<std::string, int> dirt;

private:
    std::vector<Row>& m_rows;
    Dice m_dice;
    std::set<int> m_taken;
};

void no_coordinates(Row& r) {
    r.north = r.east = "";
}
void date_1900(Row& r) {
    r.from = "1900-01-01 00:00";
    r.to = "";
}
void swap_axes(Row& r) {
    std::swap(r.north, r.east);
}
void zeros(Row& r) {
    r.north = r.east = "0";
}
void word(Row& r) {
    r.north = r.east = "okänd";
}
void spreadsheet_rounding(Row& r) {
    r.north = "6,48E+06";
    r.east = "5,40E+05";
}
void another_town(Row& r) {
    r.north = "6580" + r.north.substr(4);
    r.east = "674" + r.east.substr(3);
    r.address = "Annan kommun";
}

int unknown_hours(const std::vector<Event>& events, bool police) {
    int count = 0;
    for (const Event& e : events) count += e.from_police_file == police && e.hour_unknown;
    return count;
}

std::string joined(const Row& r) {
    return fmt::format("{};{};{};{};{};{};{};{}\r\n", r.id, r.from, r.to, r.type, r.reporter, r.address, r.north,
                       r.east);
}

}  // namespace

DirtyCsv embrace_csv(const std::vector<Event>& events) {
    std::vector<Row> rows;
    for (const Event& e : events) {
        if (e.from_police_file) continue;
        const auto year = e.from / 1440 < 365 ? 2023 : 2024;
        rows.push_back({fmt::format("EX-{}-{:05}", year, rows.size() + 1), clock(e.from, e.hour_unknown),
                        e.to < 0 ? "" : clock(e.to, false), std::string(words[e.category].embrace),
                        std::string(reporters[static_cast<int>(e.reporter)]), e.address, decimal_comma(e.at.y, 2),
                        decimal_comma(e.at.x, 2)});
    }
    Soil soil(rows, 1);
    soil.put("missing_coordinates", 90, no_coordinates);
    soil.put("axes_swapped", 45, swap_axes);
    soil.put("coordinates_zero", 60, zeros);
    soil.put("date_1900", 30, date_1900);
    soil.put("word_for_coordinate", 15, word);
    soil.repeat(60);
    soil.dirt["hour_unknown_written_00_00"] = unknown_hours(events, false);
    DirtyCsv csv{
        "\xEF\xBB\xBF"
        "id;handelsetid;handelsetid_till;typ;rapportor;adress;N;E\r\n",
        static_cast<int>(rows.size()) + 1, soil.dirt};
    for (const Row& r : rows) csv.bytes += joined(r);
    csv.bytes += fmt::format("Summa;;;{} händelser;;;;\r\n", rows.size());
    csv.dirt["sum_row"] = 1;
    return csv;
}

DirtyCsv police_csv(const std::vector<Event>& events) {
    std::vector<Row> rows;
    for (const Event& e : events) {
        if (!e.from_police_file) continue;
        const int year = e.from / 1440 < 365 ? 23 : 24;
        rows.push_back({fmt::format("K{:06}-{}", 100'000 + rows.size() * 7, year),
                        clock(e.from, e.hour_unknown) + ":00",
                        e.to < 0 ? "" : clock(e.to, false) + ":00",
                        std::string(words[e.category].police),
                        {},
                        e.address,
                        fmt::format("{:.0f}", e.at.y),
                        fmt::format("{:.0f}", e.at.x)});
    }
    Soil soil(rows, 2);
    soil.put("missing_coordinates", 70, no_coordinates);
    soil.put("rounded_by_spreadsheet", 12, spreadsheet_rounding);
    soil.put("outside_town", 25, another_town);
    soil.put("date_1900", 15, date_1900);
    soil.repeat(25);
    soil.dirt["hour_unknown_written_00_00"] = unknown_hours(events, true);
    std::string text = "DIARIENR;BROTTSRUBRICERING;FRÅN_TID;TILL_TID;GATUADRESS;SWEREF_N;SWEREF_E\r\n";
    for (const Row& r : rows)
        text += fmt::format("{};{};{};{};{};{};{}\r\n", r.id, r.type, r.from, r.to, r.address, r.north, r.east);
    return {windows_1252(text), static_cast<int>(rows.size()), soil.dirt};
}

std::string windows_1252(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c < 0x80)
            out += utf8[i];
        else
            out += static_cast<char>(((c & 0x03U) << 6U) | (static_cast<unsigned char>(utf8[++i]) & 0x3fU));
    }
    return out;
}

std::string decimal_comma(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (const auto dot_at = text.find('.'); dot_at != std::string::npos) text[dot_at] = ',';
    return text;
}

}  // namespace exempelstad
