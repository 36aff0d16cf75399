// Incidents of two years: what happened (background, bursts, planted places), then how it was reported and written
// down.
#pragma once
#include <cstdint>

#include "dice.hpp"
#include "town.hpp"

namespace exempelstad {

enum Category {
    damage,
    graffiti,
    assault,
    robbery,
    narcotics,
    disorder,
    basement_burglary,
    car_crime,
    bicycle_theft,
    littering,
    unsafe_place,
    home_burglary,
    reckless_driving,
    threats,
    shoplifting,
    arson,
    category_count,
};
enum class Reporter { police, guard, school, youth_club, housing, public_ };

constexpr int days_in_period = 731;  ///< 2023-01-01 … 2024-12-31 (2024 is a leap year)

constexpr int desk_pile = -2;

/// Minutes since 2023-01-01 00:00 local clock; `to` < 0: a moment.
struct Event {
    Point at;
    int from = 0, to = -1;
    Category category = damage;
    Reporter reporter = Reporter::public_;
    std::string address;
    int planted = -1;  ///< index into Town::planted, −1 none, desk_pile
    bool from_police_file = false, hour_unknown = false;
};

// incident_rhythm.cpp
/// A day and minute drawn from a category's months, weekdays and hours.
[[nodiscard]] int draw_minute(Category category, Dice& dice);
/// A minute between civil dusk and dawn (58.4° N), within eight hours of dusk; winter nights are likelier.
[[nodiscard]] int draw_dark_minute(Dice& dice);
/// A minute with the hour in [first, last) on the given weekdays (bit 0 Monday), outside July for schools.
struct Hours {
    int first, last, weekdays;
    bool school_terms;
};
[[nodiscard]] int draw_minute_within(const Hours& hours, Dice& dice);
[[nodiscard]] int month_of(int day);    ///< 1–12
[[nodiscard]] int weekday_of(int day);  ///< 0 Monday; 2023-01-01 was a Sunday

// incident_background.cpp, incident_planted.cpp, incident_reports.cpp
[[nodiscard]] std::vector<Event> background_incidents(const Town& town, int count);
[[nodiscard]] std::vector<Event> planted_incidents(const Town& town);
/// The trap: reports taken at the police desk (150) and the health centre (40), all with the desk's own coordinates.
[[nodiscard]] std::vector<Event> desk_piles(const Town& town);
/// Adds followers near some events (near repeats).
void add_near_repeats(std::vector<Event>& events);
/// Who reports, with what error and address. Sorts by time.
void report(std::vector<Event>& events, const Town& town);

}  // namespace exempelstad
