#include "core/random.hpp"

#include <Random123/philox.h>

#include <cassert>
#include <cmath>
#include <numbers>

namespace lykta {

namespace {

struct TwoWords {
    std::uint64_t first, second;
};

TwoWords words(const RandomKey& key, std::uint32_t draw) {
    const r123::Philox4x32::ctr_type counter{
        {static_cast<std::uint32_t>(key.item), static_cast<std::uint32_t>(key.item >> 32U), draw, key.stream}};
    const r123::Philox4x32::key_type secret{{key.seed, 0x4c796b74U}};
    const auto out = r123::Philox4x32{}(counter, secret);
    return {(std::uint64_t{out[1]} << 32U) | out[0], (std::uint64_t{out[3]} << 32U) | out[2]};
}

double open_unit(std::uint64_t bits) {
    return (static_cast<double>(bits >> 11U) + 0.5) * 0x1.0p-53;
}

}  // namespace

std::uint64_t random_bits(const RandomKey& key, std::uint32_t draw) {
    return words(key, draw).first;
}

double random_uniform(const RandomKey& key, std::uint32_t draw) {
    return open_unit(words(key, draw).first);
}

double random_normal(const RandomKey& key, std::uint32_t draw) {
    const auto w = words(key, draw);
    return std::sqrt(-2.0 * std::log(open_unit(w.first))) * std::cos(2.0 * std::numbers::pi * open_unit(w.second));
}

std::uint32_t random_below(const RandomKey& key, std::uint32_t draw, std::uint32_t n) {
    assert(n > 0);
    return static_cast<std::uint32_t>(((words(key, draw).first >> 32U) * n) >> 32U);
}

int random_poisson(const RandomKey& key, std::uint32_t draw, double mean) {
    assert(mean >= 0 && mean < 700);
    const double u = random_uniform(key, draw);
    double p = std::exp(-mean), sum = p;
    int k = 0;
    while (u > sum && k < 2000) {
        ++k;
        p *= mean / k;
        sum += p;
    }
    return k;
}

}  // namespace lykta
