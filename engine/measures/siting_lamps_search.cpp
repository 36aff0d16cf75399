#include "measures/siting_lamps_search.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::measures {

namespace {

constexpr double step = 0.1;  ///< by how much a covered row gets cheaper in one round

/// Each entry as a share of what is missing in its row, at most 1.
std::vector<double> shares_of(const CoverRows& rows, std::vector<std::size_t>& start) {
    std::vector<double> shares;
    start = {0};
    for (std::uint32_t c = 0; c < rows.candidates(); ++c) {
        for (const auto& entry : rows.of_candidate(c)) {
            const double need = rows.need()[entry.other];
            shares.push_back(need > 0.0 ? std::min(1.0, entry.amount / need) : 0.0);
        }
        start.push_back(shares.size());
    }
    return shares;
}

}  // namespace

RowPrices row_prices(const CoverRows& rows, int rounds) {
    RowPrices best{std::vector<double>(rows.rows(), 0.0), 0.0};
    std::vector<std::size_t> start;
    const std::vector<double> shares = shares_of(rows, start);
    std::vector<double> price(rows.rows(), 0.0);
    double sum = 0.0;
    for (std::uint32_t row = 0; row < rows.rows(); ++row) {
        price[row] = rows.need()[row] > 0.0 ? 1.0 : 0.0;
        sum += price[row];
    }
    std::vector<double> worth(rows.candidates(), 0.0);
    for (int round = 0; round < rounds && sum > 0.0; ++round) {
        for (std::uint32_t c = 0; c < rows.candidates(); ++c) {
            worth[c] = 0.0;
            const auto entries = rows.of_candidate(c);
            for (std::size_t k = 0; k < entries.size(); ++k) worth[c] += shares[start[c] + k] * price[entries[k].other];
        }
        const auto dearest = static_cast<std::uint32_t>(std::max_element(worth.begin(), worth.end()) - worth.begin());
        if (worth.empty() || !(worth[dearest] > 0.0)) break;
        if (sum / worth[dearest] > best.bound) {
            best.bound = sum / worth[dearest];
            for (std::uint32_t row = 0; row < rows.rows(); ++row) best.price[row] = price[row] / worth[dearest];
        }
        const auto entries = rows.of_candidate(dearest);
        for (std::size_t k = 0; k < entries.size(); ++k)
            price[entries[k].other] *= 1.0 - step * shares[start[dearest] + k];
        sum = 0.0;
        for (const double p : price) sum += p;
    }
    return best;
}

CoverSearch::CoverSearch(const CoverRows& rows, const RowPrices& prices)
    : m_rows(rows), m_forbidden(rows.candidates(), 0) {
    for (std::uint32_t row = 0; row < rows.rows(); ++row) {
        if (std::isfinite(rows.need()[row])) m_demanded.push_back(row);
        if (prices.price[row] > 0.0) m_priced.push_back({row, rows.need()[row], prices.price[row] / rows.need()[row]});
    }
}

Searched CoverSearch::search(CoverState& state, int lamps, long long nodes) {
    m_nodes = nodes;
    std::fill(m_forbidden.begin(), m_forbidden.end(), char{0});
    return deeper(state, lamps);
}

bool CoverSearch::can_do(const CoverState& state, int lamps) const {
    double needed = 0.0;
    const double most = lamps + 1e-6;
    for (const Priced& priced : m_priced) {
        needed += priced.per_lx * std::min(priced.need, state.missing(priced.row));
        if (needed > most) return false;
    }
    return true;
}

std::uint32_t CoverSearch::hardest_row(const CoverState& state, int lamps) const {
    std::uint32_t hardest = m_rows.rows();
    std::size_t fewest = m_rows.candidates() + std::size_t{1};
    for (const std::uint32_t row : m_demanded) {
        const double missing = state.missing(row);
        if (!(missing > 0.0)) continue;
        std::size_t helpers = 0;
        for (const auto& helper : m_rows.of_row(row)) {
            if (helper.amount * lamps < missing || helpers >= fewest) break;
            helpers += m_forbidden[helper.other] == 0 && !state.holds(helper.other) ? 1 : 0;
        }
        if (helpers < fewest) hardest = row, fewest = helpers;
    }
    return hardest;
}

Searched CoverSearch::deeper(CoverState& state, int lamps) {
    if (--m_nodes < 0) return Searched::gave_up;
    if (!can_do(state, lamps)) return Searched::impossible;
    const std::uint32_t row = hardest_row(state, std::max(lamps, 1));
    if (row == m_rows.rows()) return Searched::found;
    if (lamps == 0) return Searched::impossible;
    const double missing = state.missing(row);
    std::vector<std::uint32_t> tried;
    Searched outcome = Searched::impossible;
    for (const auto& helper : m_rows.of_row(row)) {
        if (helper.amount * lamps < missing) break;
        if (m_forbidden[helper.other] != 0 || state.holds(helper.other)) continue;
        state.add(helper.other);
        outcome = deeper(state, lamps - 1);
        if (outcome == Searched::found) break;
        state.remove(helper.other);
        if (outcome == Searched::gave_up) break;
        m_forbidden[helper.other] = 1;
        tried.push_back(helper.other);
    }
    for (const std::uint32_t c : tried) m_forbidden[c] = 0;
    return outcome;
}

}  // namespace lykta::measures
