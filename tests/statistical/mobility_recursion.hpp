// SPDX-License-Identifier: Apache-2.0
// The occupational-mobility labour market for infinitely many workers: equations E5 as a recursion
// of expectations, written independently of the model so that each checks the other.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace classic_test {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

struct Rates {
    double separation = 0.016;
    double opening = 0.012;
    double separation_adjustment = 0.16;
    double opening_adjustment = 0.16;
};

class MobilityRecursion {
  public:
    MobilityRecursion(Matrix network, Vector employed, Vector unemployed, Vector vacancies)
        : network_(std::move(network)),
          e_(std::move(employed)),
          u_(std::move(unemployed)),
          v_(std::move(vacancies)),
          hires_(e_.size(), Vector(e_.size(), 0.0)) {}

    const Vector& employed() const { return e_; }
    const Vector& unemployed() const { return u_; }
    const Vector& vacancies() const { return v_; }
    double total_unemployed() const { return sum(u_); }
    double unemployment_rate() const { return sum(u_) / (sum(u_) + sum(e_)); }
    double vacancy_rate() const { return sum(v_) / (sum(v_) + sum(e_)); }
    // Of the last step.
    double job_finding_rate() const { return found_ / sought_; }

    // One step towards target demand; all flows come from the state before it.
    void step(const Vector& wanted) {
        const std::size_t count = e_.size();
        match();
        sought_ = sum(u_);
        found_ = 0.0;
        Vector e = e_;
        Vector u = u_;
        Vector v = v_;
        for (std::size_t i = 0; i < count; ++i) {
            const double surplus = e_[i] + v_[i] - wanted[i];
            const double separations =
                rates_.separation * e_[i] +
                (1.0 - rates_.separation) *
                    std::min(e_[i], rates_.separation_adjustment * std::max(0.0, surplus));
            const double openings =
                rates_.opening * e_[i] +
                (1.0 - rates_.opening) *
                    std::min(e_[i], rates_.opening_adjustment * std::max(0.0, -surplus));
            e[i] -= separations;
            u[i] += separations;
            v[i] += openings;
            for (std::size_t j = 0; j < count; ++j) {
                u[i] -= hires_[i][j];
                e[j] += hires_[i][j];
                v[j] -= hires_[i][j];
                found_ += hires_[i][j];
            }
        }
        e_ = e;
        u_ = u;
        v_ = v;
    }

  private:
    static double sum(const Vector& values) {
        double total = 0.0;
        for (const double value : values) {
            total += value;
        }
        return total;
    }

    // hires_ij = u_i q_ij (v_j / s_j) (1 − exp(−s_j / v_j)) with q_ij = v_j A_ij ÷ Σ_l v_l A_il
    void match() {
        const std::size_t count = e_.size();
        Vector applications(count, 0.0);
        for (std::size_t i = 0; i < count; ++i) {
            double attraction = 0.0;
            for (std::size_t j = 0; j < count; ++j) {
                attraction += v_[j] * network_[i][j];
            }
            for (std::size_t j = 0; j < count; ++j) {
                hires_[i][j] = u_[i] * v_[j] * network_[i][j] / attraction;
                applications[j] += hires_[i][j];
            }
        }
        for (std::size_t j = 0; j < count; ++j) {
            const double queue = applications[j] / v_[j];
            const double answered = queue > 0.0 ? (1.0 - std::exp(-queue)) / queue : 0.0;
            for (std::size_t i = 0; i < count; ++i) {
                hires_[i][j] *= answered;
            }
        }
    }

    Rates rates_;
    Matrix network_;
    Vector e_;
    Vector u_;
    Vector v_;
    Matrix hires_;
    double sought_ = 1.0;
    double found_ = 0.0;
};

// A number of occupations of equal size that together hold one worker.
inline MobilityRecursion equal_occupations(Matrix network) {
    const std::size_t count = network.size();
    const double share = 1.0 / static_cast<double>(count);
    return {std::move(network), Vector(count, 0.95 * share), Vector(count, 0.05 * share),
            Vector(count, 0.03 * share)};
}

inline Matrix complete_network(std::size_t count) {
    return Matrix(count, Vector(count, 1.0 / static_cast<double>(count)));
}

// The signed area that a closed path encloses in the (x, y) plane; positive when it runs
// counter-clockwise.
inline double signed_area(const Vector& x, const Vector& y) {
    double twice = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::size_t next = (i + 1) % x.size();
        twice += x[i] * y[next] - x[next] * y[i];
    }
    return twice / 2.0;
}

inline double correlation(const Vector& x, const Vector& y) {
    const auto count = static_cast<double>(x.size());
    double sx = 0.0;
    double sy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sx += x[i];
        sy += y[i];
    }
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - sx / count) * (x[i] - sx / count);
        yy += (y[i] - sy / count) * (y[i] - sy / count);
        xy += (x[i] - sx / count) * (y[i] - sy / count);
    }
    return xy / std::sqrt(xx * yy);
}

}  // namespace classic_test
