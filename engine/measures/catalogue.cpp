// Reading catalogue files, built-in ones and those of a study, and finding measures in them.
#include "measures/catalogue.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"
#include "measures/catalogue_read.hpp"

namespace lykta::embedded {
extern const std::string_view measures_light_toml, measures_surroundings_toml, measures_buildings_toml,
    measures_presence_toml, measures_social_toml;
}

namespace lykta::measures {

namespace {

toml::table parsed(const CatalogueFile& file) {
    try {
        return toml::parse(file.text);
    } catch (const toml::parse_error& e) {
        throw Error{ErrorCode::bad_option, say("{}, line {}: not TOML as it stands: {}", file.name,
                                               e.source().begin.line, std::string(e.description()))};
    }
}

/// The [[measure]] tables of a file, with the line of anything that is none.
std::vector<const toml::table*> measure_tables(const toml::table& root, const CatalogueFile& file) {
    if (file.inside.empty()) {
        CatalogueTable whole(root, file.name, tr("catalogue"));
        auto tables = whole.tables("measure");
        whole.finish();
        return tables;
    }
    const auto* inside = root[file.inside].as_table();
    if (inside == nullptr) return {};
    return CatalogueTable(*inside, file.name, "[" + file.inside + "]").tables("measure");
}

bool is_id(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Files read one after the other onto one catalogue.
class Reader {
public:
    void read(const CatalogueFile& file) {
        const auto root = parsed(file);
        std::map<std::string, int> here;  // id → line, within this file
        for (const auto* table : measure_tables(root, file)) read(*table, file.name, here);
    }

    Catalogue finish() {
        for (const auto& reference : m_references) check(reference);
        return std::move(m_catalogue);
    }

private:
    struct Reference {
        std::string file, from, to, key;
        int line = 0;
    };

    void read(const toml::table& table, const std::string& file, std::map<std::string, int>& here) {
        const std::string id = id_of(table, file);
        CatalogueTable keys(table, file, say("measure '{}'", id));
        const auto [at, first] = here.emplace(id, keys.line());
        if (!first) keys.refuse("id", say("stands twice in this file, first in line {}", at->second));
        Measure& measure = measure_of(id);
        const bool is_new = measure.id.empty();
        if (is_new) require_new(keys, id);
        read_measure(keys, measure);
        check_measure(keys, measure);
        if (is_new) measure.file = file, measure.line = keys.line();
        refer(keys, measure);
    }

    static std::string id_of(const toml::table& table, const std::string& file) {
        CatalogueTable keys(table, file, tr("a measure"));
        std::string id;
        if (!keys.text("id", id)) keys.refuse("id", tr("'id' is missing; every measure must have one"));
        if (!is_id(id)) keys.refuse("id", say("id '{}' may hold only small letters a–z, digits and _", id));
        return id;
    }

    /// A measure nobody knows must be whole: a mistyped id is the likelier reason for a short one.
    void require_new(const CatalogueTable& keys, const std::string& id) const {
        for (const char* key :
             {"name", "mechanism", "siting", "answer", "effect", "cost", "owner", "goal", "follow_up", "legal"}) {
            if (keys.has(key)) continue;
            const auto near = nearest_word(id, ids());
            keys.refuse(key, near.empty()
                                 ? say("'{}' is missing; a new measure must say it", key)
                                 : say("'{}' is missing; a new measure must say it. Did you mean '{}'?", key, near));
        }
    }

    [[nodiscard]] std::set<std::string> ids() const {
        std::set<std::string> known;
        for (const auto& measure : m_catalogue.measures)
            if (!measure.id.empty()) known.insert(measure.id);
        return known;
    }

    Measure& measure_of(const std::string& id) {
        const auto known = m_catalogue.index_of(id);
        return known ? m_catalogue.measures[*known] : m_catalogue.measures.emplace_back();
    }

    void refer(const CatalogueTable& keys, const Measure& measure) {
        for (const char* key : {"needs", "excludes"}) {
            if (!keys.has(key)) continue;
            std::erase_if(m_references, [&](const Reference& r) { return r.from == measure.id && r.key == key; });
            for (const auto& to : std::string_view(key) == "needs" ? measure.needs : measure.excludes)
                m_references.push_back({keys.file(), measure.id, to, key, keys.line_of(key)});
        }
    }

    void check(const Reference& r) const {
        const auto refuse = [&](const std::string& reason) {
            throw Error{ErrorCode::bad_option, say("{}, line {}: measure '{}': {}", r.file, r.line, r.from, reason)};
        };
        if (r.to == r.from) refuse(say("{} names the measure itself", r.key));
        const auto* to = m_catalogue.find(r.to);
        const auto near = nearest_word(r.to, ids());
        if (to == nullptr)
            refuse(near.empty()
                       ? say("{} names '{}', which no measure is called", r.key, r.to)
                       : say("{} names '{}', which no measure is called; did you mean '{}'?", r.key, r.to, near));
        const auto& excludes = m_catalogue.find(r.from)->excludes;
        if (r.key == "needs" && std::find(excludes.begin(), excludes.end(), r.to) != excludes.end())
            refuse(say("needs and excludes both name '{}'", r.to));
    }

    Catalogue m_catalogue;
    std::vector<Reference> m_references;
};

}  // namespace

const std::string& Text::shown() const {
    const bool swedish = language() == Language::swedish;
    const std::string& first = swedish ? sv : en;
    return first.empty() ? (swedish ? en : sv) : first;
}

bool Measure::has_evidence() const {
    return std::any_of(effects.begin(), effects.end(),
                       [](const EffectRow& row) { return row.counts && row.ratio && !row.perceived; });
}

std::optional<std::uint32_t> Catalogue::index_of(std::string_view id) const {
    for (std::uint32_t i = 0; i < measures.size(); ++i)
        if (measures[i].id == id) return i;
    return std::nullopt;
}

const Measure* Catalogue::find(std::string_view id) const {
    const auto index = index_of(id);
    return index ? &measures[*index] : nullptr;
}

Catalogue catalogue_from(std::span<const CatalogueFile> files) {
    Reader reader;
    for (const auto& file : files) reader.read(file);
    return reader.finish();
}

std::vector<CatalogueFile> built_in_files() {
    return {{"data/measures/light.toml", std::string(embedded::measures_light_toml)},
            {"data/measures/surroundings.toml", std::string(embedded::measures_surroundings_toml)},
            {"data/measures/buildings.toml", std::string(embedded::measures_buildings_toml)},
            {"data/measures/presence.toml", std::string(embedded::measures_presence_toml)},
            {"data/measures/social.toml", std::string(embedded::measures_social_toml)}};
}

const Catalogue& catalogue() {
    static const Catalogue built_in = catalogue_from(built_in_files());
    return built_in;
}

}  // namespace lykta::measures
