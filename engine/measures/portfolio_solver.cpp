#include "measures/portfolio_solver.hpp"

#include <CbcModel.hpp>
#include <CglClique.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <CoinPackedMatrix.hpp>
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

/// The program's rows first, then a row per group of several columns.
CoinPackedMatrix matrix_of(const Program& program, int& rows) {
    std::vector<int> group_row(program.groups(), -1);
    rows = static_cast<int>(program.rows());
    for (std::uint32_t g = 0; g < program.groups(); ++g)
        if (needs_group_row(program, g)) group_row[g] = rows++;
    CoinPackedMatrix matrix(true, 0, 0);
    matrix.setDimensions(rows, 0);
    std::vector<int> index;
    std::vector<double> factor;
    std::vector<CoinBigIndex> starts{0};
    for (std::uint32_t k = 0; k < program.columns(); ++k) {
        for (const auto& e : program.entries_of(k))
            index.push_back(static_cast<int>(e.row)), factor.push_back(e.factor);
        if (group_row[program.group[k]] >= 0) index.push_back(group_row[program.group[k]]), factor.push_back(1.0);
        starts.push_back(static_cast<CoinBigIndex>(index.size()));
    }
    if (program.columns() > 0)
        matrix.appendCols(static_cast<int>(program.columns()), starts.data(), index.data(), factor.data());
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
    int rows = 0;
    const auto matrix = matrix_of(program, rows);
    const double scale = value_scale(program), infinity = solver.getInfinity();
    std::vector<double> objective, row_upper(program.upper);
    for (const auto v : program.value) objective.push_back(-v * scale);
    row_upper.resize(static_cast<std::size_t>(rows), 1.0);
    const std::vector<double> lower(program.columns(), 0.0), upper(program.columns(), 1.0);
    const std::vector<double> row_lower(row_upper.size(), -infinity);
    solver.loadProblem(matrix, lower.data(), upper.data(), objective.data(), row_lower.data(), row_upper.data());
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

void give_start(CbcModel& model, const Program& program, const BranchOptions& options) {
    if (!options.has_start) return;
    std::vector<double> x(program.columns(), 0.0);
    for (const auto k : options.start) x[k] = 1.0;
    model.setBestSolution(x.data(), static_cast<int>(x.size()),
                          start_objective(program, options.start, value_scale(program)), false);
}

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
    const double scale = value_scale(program);
    for (std::size_t row = 0; row < program.rows(); ++row)
        answer.prices.push_back(std::max(0.0, -solver.getRowPrice()[row] / scale));
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
    give_start(model, program, options);
    model.branchAndBound();
    return answer_of(model, program);
}

}  // namespace lykta::measures
