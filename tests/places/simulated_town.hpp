// A town whose truth is known: true rates, conditions, weights and outlines are drawn, what is recorded follows from
// them, and the true ranks stand beside it.
#pragma once
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

#include "places/draw_stream.hpp"
#include "places/rank_simulation.hpp"
#include "places/term_uncertainty.hpp"

namespace lykta::places {

enum class RateLaw { gamma, lumpy };

struct TownOptions {
    std::uint32_t seed = 1;
    double error_m = 15;         ///< median position error of the first source
    double second_error_m = 15;  ///< of the other; every third incident is its
    RateLaw law = RateLaw::gamma;
    int columns = 5, rows = 4;  ///< of places
    double grid_offset_m = 25;
    bool conditions = true;  ///< false: ranked by the incident rate alone
};

struct SimulatedTown {
    layers::IncidentLayer incidents;
    std::vector<double> weight;
    std::vector<RankedPlace> places;
    std::vector<double> true_rate, true_score;
    std::vector<int> true_rank;
    PresentTerms present{.light = true, .vegetation = true, .inspections = true};
    ScoreOptions score;

    [[nodiscard]] RankSimulationInput input() const {
        return {
            .places = places, .incidents = incidents, .incident_weight = weight, .present = present, .score = score};
    }
};

class TownMaker {
public:
    explicit TownMaker(const TownOptions& options)
        : m_options(options), m_random(options.seed, 77, 0, 0), m_offset{shift(), shift()} {
        if (!options.conditions) m_town.present = {};
        m_town.incidents.position_error_m = {options.error_m, options.second_error_m};
    }

    [[nodiscard]] SimulatedTown make() {
        make_places();
        scatter_background();
        for (std::size_t p = 0; p < m_town.places.size(); ++p) scatter_place(p);
        record_counts();
        make_conditions();
        rank_truth();
        return std::move(m_town);
    }

private:
    static constexpr double spacing_m = 260, margin_m = 250, background_per_ha = 2, background_dark = 0.4;
    [[nodiscard]] double shift() { return m_options.grid_offset_m * (2 * m_random.uniform() - 1); }
    [[nodiscard]] double between(double a, double b) { return a + (b - a) * m_random.uniform(); }

    int poisson(double mean) {
        int n = 0;
        for (double t = -std::log(m_random.uniform()); t < mean; t -= std::log(m_random.uniform())) ++n;
        return n;
    }

    double rate() {
        if (m_options.law == RateLaw::gamma) return 20 * m_random.gamma(2) / 2;
        return (m_random.uniform() < 0.3 ? 45 : 9) * between(0.8, 1.2);
    }

    void make_places() {
        for (int row = 0; row < m_options.rows; ++row)
            for (int column = 0; column < m_options.columns; ++column) {
                const double side = between(60, 150);
                const double x = margin_m + column * spacing_m + between(0, 100);
                const double y = margin_m + row * spacing_m + between(0, 100);
                RankedPlace r;
                r.place.id = fmt::format("P{:03}", m_town.places.size());
                r.place.shape = {Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
                r.place.centre = {x + side / 2, y + side / 2};
                r.place.area_ha = side * side / square_metres_per_hectare;
                m_town.places.push_back(r);
                m_dark.push_back(m_random.beta({2, 2}));
                m_rate.push_back(rate());
            }
    }

    [[nodiscard]] Box true_box(std::size_t p) const {
        const Box b = box_of(m_town.places[p].place.shape);
        return {b.min_x + m_offset.x, b.min_y + m_offset.y, b.max_x + m_offset.x, b.max_y + m_offset.y};
    }

    void record(Point truth, double dark_share) {
        const std::uint16_t source = m_town.incidents.position.size() % 3 == 0 ? 1 : 0;
        const double sigma = m_town.incidents.position_error_m[source] / std::sqrt(2 * std::numbers::ln2);
        m_town.incidents.position.push_back({truth.x + sigma * m_random.normal(), truth.y + sigma * m_random.normal()});
        m_town.incidents.source.push_back(source);
        m_town.weight.push_back(m_random.uniform() < 0.25 ? 3.0 : 1.0);
        m_is_dark.push_back(m_random.uniform() < dark_share ? 1 : 0);
        m_hour_known.push_back(m_random.uniform() < 0.8 ? 1 : 0);
    }

    void scatter_background() {
        const double width = 2 * margin_m + m_options.columns * spacing_m;
        const double height = 2 * margin_m + m_options.rows * spacing_m;
        const int n = poisson(background_per_ha * width * height / square_metres_per_hectare);
        for (int i = 0; i < n; ++i) {
            const Point p{width * m_random.uniform(), height * m_random.uniform()};
            bool in_place = false;
            for (std::size_t k = 0; k < m_town.places.size() && !in_place; ++k) in_place = true_box(k).contains(p);
            if (!in_place) record(p, background_dark);
        }
    }

    void scatter_place(std::size_t p) {
        const Box box = true_box(p);
        const int n = poisson(m_rate[p] * m_town.places[p].place.area_ha);
        for (int i = 0; i < n; ++i) record({between(box.min_x, box.max_x), between(box.min_y, box.max_y)}, m_dark[p]);
    }

    /// What the join sees: recorded positions in the outlines as drawn.
    void record_counts() {
        for (auto& r : m_town.places) {
            const Box box = box_of(r.place.shape);
            double dark = 0;
            auto& f = r.facts;
            for (std::uint32_t i = 0; i < m_town.incidents.position.size(); ++i) {
                if (!box.contains(m_town.incidents.position[i])) continue;
                f.incident_index.push_back(i);
                f.incidents += 1;
                f.dark.count += 1;
                f.dark.known += m_hour_known[i];
                dark += m_hour_known[i] * m_is_dark[i];
            }
            if (f.dark.known > 0) f.dark.share = dark / f.dark.known;
        }
    }

    void make_conditions() {
        for (std::size_t p = 0; p < m_town.places.size(); ++p) {
            auto& f = m_town.places[p].facts;
            const double ratio = between(0.2, 1.6), sd = m_random.uniform() < 0.5 ? 0.1 : 0.3;
            f.light_ratios = {{1, ratio}};
            f.light_deficit = std::max(0.0, 1 - ratio);
            f.light_sd = sd;
            const double deficit = std::max(0.0, 1 - ratio * std::exp(sd * m_random.normal()));
            f.obstruction_share = m_random.uniform();
            const double hidden =
                std::clamp(*f.obstruction_share + obstruction_sd(*f.obstruction_share) * m_random.normal(), 0.0, 1.0);
            m_truth.push_back({deficit * m_dark[p], hidden, defects(f)});
        }
    }

    /// Ten items, some of them not inspected; gives the true share.
    double defects(PlaceFacts& f) {
        constexpr int items = 10;
        const double fails = between(0, 0.6), seen = between(0.3, 1);
        int failed = 0;
        f.items_passed = f.items_failed = f.items_unknown = 0;
        for (int i = 0; i < items; ++i) {
            const bool is_bad = m_random.uniform() < fails;
            failed += is_bad ? 1 : 0;
            if (m_random.uniform() > seen)
                ++*f.items_unknown;
            else
                ++*(is_bad ? f.items_failed : f.items_passed);
        }
        const int known = *f.items_passed + *f.items_failed;
        if (known == 0) return 0;  // nobody knows: counts as no points, in truth too
        f.defect_share = static_cast<double>(*f.items_failed) / known;
        return static_cast<double>(failed) / items;
    }

    void rank_truth() {
        auto weights = weights_to_100(m_town.present, m_town.score);
        double sum = 0;
        for (auto& [term, w] : weights) sum += w *= std::exp(RankSimulationOptions{}.weight_sd * m_random.normal());
        for (auto& [term, w] : weights) w *= 100 / sum;
        constexpr double mean_weight = 0.75 + 0.25 * 3;
        for (const double r : m_rate) m_town.true_rate.push_back(mean_weight * r);
        const double scale = quantile(m_town.true_rate, 0.95);
        for (std::size_t p = 0; p < m_rate.size(); ++p) {
            double score = weights[Term::incident_rate] * std::min(1.0, m_town.true_rate[p] / scale);
            const auto& t = m_truth[p];
            score += weights[Term::light_deficit] * std::min(1.0, t.light / 0.5);
            score += weights[Term::obstruction] * std::min(1.0, t.hidden / 0.5);
            score += weights[Term::inspection_defects] * std::min(1.0, t.defects / 0.5);
            m_town.true_score.push_back(score);
        }
        m_town.true_rank.resize(m_rate.size());
        for (std::size_t p = 0; p < m_rate.size(); ++p)
            m_town.true_rank[p] =
                1 + static_cast<int>(std::count_if(m_town.true_score.begin(), m_town.true_score.end(),
                                                   [&](double s) { return s > m_town.true_score[p]; }));
    }

    struct Truth {
        double light, hidden, defects;
    };
    TownOptions m_options;
    DrawStream m_random;
    Point m_offset;
    SimulatedTown m_town;
    std::vector<double> m_rate, m_dark;
    std::vector<int> m_is_dark, m_hour_known;
    std::vector<Truth> m_truth;
};

[[nodiscard]] inline SimulatedTown make_town(const TownOptions& options) {
    return TownMaker{options}.make();
}

}  // namespace lykta::places
