// Random choices of the generator. Counter-based (core/random.hpp): a Dice is one stream and item of one seed, so each
// thing of the town has its own numbers whatever was drawn before it. Normal numbers are a sum of twelve uniforms
// minus six (Irwin–Hall, variance 1), because addition gives the same bits on every machine while log and cos need not.
#pragma once
#include <cstdint>
#include <span>

#include "core/random.hpp"

namespace exempelstad {

/// What a stream is drawn for; one number per use, never reused.
enum class Use : std::uint32_t {
    warp = 1,
    street_pieces,
    buildings,
    lamps,
    lamp_faults,
    shrubs,
    trees,
    planted,
    background,
    repeats,
    rhythm,
    reporting,
    position,
    dirt,
    inspections,
    survey,
    piles,
    cameras,
};

class Dice {
public:
    Dice(Use use, std::uint64_t item) : m_key{20240117, static_cast<std::uint32_t>(use), item} {}
    double uniform() { return lykta::random_uniform(m_key, m_draw++); }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    int below(int n) { return static_cast<int>(lykta::random_below(m_key, m_draw++, static_cast<std::uint32_t>(n))); }
    bool chance(double probability) { return uniform() < probability; }
    double normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) sum += uniform();
        return sum;
    }
    /// Index drawn with probability proportional to its weight.
    int weighted(std::span<const double> weights) {
        double total = 0;
        for (const double w : weights) total += w;
        double left = uniform() * total;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
            left -= weights[i];
            if (left < 0) return static_cast<int>(i);
        }
        return static_cast<int>(weights.size()) - 1;
    }

private:
    lykta::RandomKey m_key;
    std::uint32_t m_draw = 0;
};

}  // namespace exempelstad
