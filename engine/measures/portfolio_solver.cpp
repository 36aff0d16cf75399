#include "measures/portfolio_solver.hpp"

#include <CbcCompareObjective.hpp>
#include <CbcHeuristic.hpp>
#include <CbcModel.hpp>
#include <CglClique.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace lykta::measures {

namespace {

/// The largest value is brought to this, so that the solver's absolute tolerances are far below what matters.
constexpr double largest_value = 1000.0;

double value_scale(const Program& program) {
    double largest = 0;
    for (const auto v : program.value) largest = std::max(largest, std::abs(v));
    return largest > 0 ? largest_value / largest : 1.0;
}

bool needs_group_row(const Program& program, std::uint32_t group) {
    return program.group_first[group + 1] - program.group_first[group] > 1;
}

/// The matrix as COIN-OR takes it, column by column. The program's rows first, then a row per group of several columns.
/// Where shares of all that is spent are asked, one more column holds that sum and one more row says so: the rows of
/// shares are then sparse.
struct Matrix {
    std::vector<int> index;
    std::vector<double> factor;
    std::vector<CoinBigIndex> starts{0};
    int rows = 0;
    bool has_sum = false;

    void add(int row, double f) {
        if (f == 0) return;
        index.push_back(row);
        factor.push_back(f);
    }
    void end_column() { starts.push_back(static_cast<CoinBigIndex>(index.size())); }
    [[nodiscard]] int columns() const { return static_cast<int>(starts.size()) - 1; }
};

void add_column(Matrix& matrix, const Program& program, std::uint32_t k) {
    const double cost = program.cost[k] / sek_per_unit;
    const auto entries = program.entries_of(k);
    auto e = entries.begin();
    for (std::uint32_t row = 0; row < program.rows(); ++row) {
        double f = -program.least_share[row] * cost;
        if (e != entries.end() && e->row == row) f += (e++)->factor;
        matrix.add(static_cast<int>(row), std::abs(f) > 1e-12 * cost ? f : 0.0);
    }
    if (matrix.has_sum) matrix.add(matrix.rows - 1, cost);
}

void add_sum_column(Matrix& matrix, const Program& program) {
    for (std::size_t row = 0; row < program.rows(); ++row) matrix.add(static_cast<int>(row), program.least_share[row]);
    matrix.add(matrix.rows - 1, -1.0);
    matrix.end_column();
}

Matrix matrix_of(const Program& program) {
    Matrix matrix;
    std::vector<int> group_row(program.groups(), -1);
    matrix.rows = static_cast<int>(program.rows());
    for (std::uint32_t g = 0; g < program.groups(); ++g)
        if (needs_group_row(program, g)) group_row[g] = matrix.rows++;
    matrix.has_sum =
        std::any_of(program.least_share.begin(), program.least_share.end(), [](double s) { return s > 0; });
    if (matrix.has_sum) ++matrix.rows;
    for (std::uint32_t k = 0; k < program.columns(); ++k) {
        add_column(matrix, program, k);
        if (group_row[program.group[k]] >= 0) matrix.add(group_row[program.group[k]], 1.0);
        matrix.end_column();
    }
    if (matrix.has_sum) add_sum_column(matrix, program);
    return matrix;
}

void silence(OsiClpSolverInterface& solver) {
    solver.setHintParam(OsiDoReducePrint, true, OsiHintTry);
    solver.messageHandler()->setLogLevel(0);
    solver.getModelPtr()->setLogLevel(0);
}

/// Minimises −value.
void load(OsiClpSolverInterface& solver, const Program& program) {
    silence(solver);
    const auto matrix = matrix_of(program);
    const double scale = value_scale(program), infinity = solver.getInfinity();
    const auto columns = static_cast<std::size_t>(matrix.columns()), rows = static_cast<std::size_t>(matrix.rows);
    std::vector<double> objective(columns, 0.0), upper(columns, infinity), row_upper(program.upper);
    for (std::size_t k = 0; k < program.columns(); ++k) objective[k] = -program.value[k] * scale, upper[k] = 1.0;
    row_upper.resize(rows, 1.0);
    std::vector<double> lower(columns, 0.0), row_lower(rows, -infinity);
    if (matrix.has_sum) row_upper.back() = row_lower.back() = 0.0;
    solver.loadProblem(matrix.columns(), matrix.rows, matrix.starts.data(), matrix.index.data(), matrix.factor.data(),
                       lower.data(), upper.data(), objective.data(), row_lower.data(), row_upper.data());
}

std::mutex& one_at_a_time() {
    static std::mutex mutex;  // guards COIN-OR's own statics, holds nothing of ours
    return mutex;
}

void add_cuts(CbcModel& model, CglKnapsackCover& cover, CglMixedIntegerRounding2& rounding, CglGomory& gomory) {
    constexpr int as_they_help = -1;
    gomory.setLimit(50);
    model.addCutGenerator(&cover, as_they_help, "cover");
    model.addCutGenerator(&rounding, as_they_help, "rounding");
    model.addCutGenerator(&gomory, as_they_help, "gomory");
}

double start_objective(const Program& program, const std::vector<std::uint32_t>& columns, double scale) {
    double sum = 0;
    for (const auto k : columns) sum -= program.value[k] * scale;
    return sum;
}

/// The solver's columns of a choice: ones, and the sum that is spent where there is a column for it.
std::vector<double> columns_with_sum(const CbcModel& model, const Program& program,
                                     const std::vector<std::uint32_t>& chosen) {
    std::vector<double> x(static_cast<std::size_t>(model.getNumCols()), 0.0);
    for (const auto k : chosen) {
        x[k] = 1.0;
        if (x.size() > program.columns()) x.back() += program.cost[k] / sek_per_unit;
    }
    return x;
}

void give_start(CbcModel& model, const Program& program, const BranchOptions& options) {
    if (!options.has_start) return;
    auto x = columns_with_sum(model, program, options.start);
    model.setBestSolution(x.data(), static_cast<int>(x.size()),
                          start_objective(program, options.start, value_scale(program)), false);
}

Prices prices_of(const OsiSolverInterface& solver, const Program& program) {
    const double scale = value_scale(program);
    Prices prices;
    for (std::size_t row = 0; row < program.rows(); ++row)
        prices.push_back(std::max(0.0, -solver.getRowPrice()[row] / scale));
    return prices;
}

/// Rounds the shares of some nodes to whole portfolios: CBC's own heuristics know nothing of places and prices.
class RoundingAtNodes : public CbcHeuristic {
public:
    explicit RoundingAtNodes(const Program& program) : m_program(&program) {}
    [[nodiscard]] CbcHeuristic* clone() const override { return new RoundingAtNodes(*this); }
    void resetModel(CbcModel*) override {}
    int solution(double& objective, double* columns) override {
        constexpr int every = 8;  // as long as a few nodes take together
        if (m_calls++ % every != 0) return 0;
        const auto& solver = *model_->solver();
        const std::span<const double> share(solver.getColSolution(), m_program->columns());
        const auto choice = rounded(*m_program, share, prices_of(solver, *m_program));
        if (!choice) return 0;
        const auto chosen = choice->columns();
        const double found = start_objective(*m_program, chosen, value_scale(*m_program));
        if (!(found < objective - 1e-7)) return 0;
        objective = found;
        const auto x = columns_with_sum(*model_, *m_program, chosen);
        std::copy(x.begin(), x.end(), columns);
        return 1;
    }

private:
    const Program* m_program;
    int m_calls = 0;
};

Branched answer_of(const CbcModel& model, const Program& program) {
    Branched answer;
    answer.finished = model.status() == 0;
    const double* x = model.bestSolution();
    answer.found = x != nullptr;
    for (std::uint32_t k = 0; answer.found && k < program.columns(); ++k)
        if (x[k] > 0.5) answer.columns.push_back(k);
    const double scale = value_scale(program);
    answer.bound = -model.getBestPossibleObjValue() / scale;
    return answer;
}

/// With no column there is nothing to choose; the rows say whether nothing will do.
Branched nothing_to_choose(const Program& program) {
    return {.found = Choice(program).is_feasible(), .finished = true};
}

}  // namespace

std::optional<Relaxation> relaxation_of(const Program& program) {
    const std::scoped_lock lock(one_at_a_time());
    OsiClpSolverInterface solver;
    load(solver, program);
    solver.initialSolve();
    if (!solver.isProvenOptimal()) return std::nullopt;
    Relaxation answer;
    answer.share.assign(solver.getColSolution(), solver.getColSolution() + program.columns());
    answer.prices = prices_of(solver, program);
    return answer;
}

Branched branch(const Program& program, const BranchOptions& options) {
    if (program.columns() == 0) return nothing_to_choose(program);
    const std::scoped_lock lock(one_at_a_time());
    OsiClpSolverInterface solver;
    load(solver, program);
    for (int k = 0; k < static_cast<int>(program.columns()); ++k) solver.setInteger(k);
    CbcModel model(solver);
    model.setLogLevel(0);
    model.messageHandler()->setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    CglKnapsackCover cover;
    CglMixedIntegerRounding2 rounding;
    CglGomory gomory;
    add_cuts(model, cover, rounding, gomory);
    model.setAllowableGap(0);
    model.setAllowableFractionGap(options.gap);
    model.setDblParam(CbcModel::CbcCutoffIncrement, 1e-6);
    model.setMaximumNodes(options.most_nodes);
    RoundingAtNodes nodes(program);
    model.addHeuristic(&nodes, "rounding at nodes");
    CbcCompareObjective best_first;
    model.setNodeComparison(best_first);
    give_start(model, program, options);
    model.branchAndBound();
    return answer_of(model, program);
}

}  // namespace lykta::measures
