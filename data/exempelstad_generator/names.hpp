// Street names: themed by neighbourhood, each used once.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace exempelstad {

class StreetNames {
public:
    /// The next unused name of a theme; short streets (under 130 m) get -gränd, -stigen or -gången.
    [[nodiscard]] std::string next(std::string_view theme, double length_m);
    void reserve(const std::string& name) { m_used.insert(name); }

private:
    std::set<std::string> m_used;
};

}  // namespace exempelstad
