/// Limited-memory BFGS: finds the lowest point of a smooth bowl, the same one to the last bit on every machine.
///
/// Nocedal and Wright, Numerical Optimization (2nd edition), algorithms 7.4 and 7.5, with steps halved until the value falls
/// enough (Armijo's rule). Plain sums in a fixed order, no threads.
enum Descent {
    /// How many steps are remembered to guess the curvature.
    private static let memory = 12

    /// - returns: the point where another step lowers the value by less than one part in ten million.
    static func minimum(of objective: Objective, steps: Int = 300) -> Objective.Point {
        var point = objective.start
        var gradient = [Double](repeating: 0, count: point.values.count)
        var value = objective.evaluate(point, gradient: &gradient)
        var pairs: [(step: [Double], change: [Double], scale: Double)] = []
        var calm = 0
        for _ in 0..<steps {
            let direction = direction(gradient, pairs)
            let slope = dot(direction, gradient)
            guard slope < 0 else { break }
            var size = pairs.isEmpty ? min(1, 1 / dot(gradient, gradient).squareRoot()) : 1
            var next = point
            var nextGradient = gradient
            var nextValue = value
            repeat {
                for index in next.values.indices { next.values[index] = point.values[index] + size * direction[index] }
                nextValue = objective.evaluate(next, gradient: &nextGradient)
                if nextValue <= value + 1e-4 * size * slope { break }
                size /= 2
            } while size > 1e-12
            guard nextValue < value else { break }
            let step = subtract(next.values, point.values)
            let change = subtract(nextGradient, gradient)
            let curvature = dot(step, change)
            if curvature > 1e-12 {
                if pairs.count == memory { pairs.removeFirst() }
                pairs.append((step, change, 1 / curvature))
            }
            calm = value - nextValue < 1e-7 * max(1, abs(value)) ? calm + 1 : 0
            (point, gradient, value) = (next, nextGradient, nextValue)
            if calm == 3 { break }
        }
        return point
    }

    /// The two-loop recursion.
    private static func direction(
        _ gradient: [Double], _ pairs: [(step: [Double], change: [Double], scale: Double)]
    ) -> [Double] {
        var direction = gradient
        var factors: [Double] = []
        for pair in pairs.reversed() {
            let factor = pair.scale * dot(pair.step, direction)
            add(-factor, pair.change, to: &direction)
            factors.append(factor)
        }
        if let last = pairs.last {
            let scale = 1 / (last.scale * dot(last.change, last.change))
            for index in direction.indices { direction[index] *= scale }
        }
        for (pair, factor) in zip(pairs, factors.reversed()) {
            add(factor - pair.scale * dot(pair.change, direction), pair.step, to: &direction)
        }
        for index in direction.indices { direction[index] = -direction[index] }
        return direction
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in left.indices { sum += left[index] * right[index] }
        return sum
    }

    private static func subtract(_ left: [Double], _ right: [Double]) -> [Double] {
        var difference = left
        for index in left.indices { difference[index] -= right[index] }
        return difference
    }

    private static func add(_ factor: Double, _ vector: [Double], to sum: inout [Double]) {
        for index in sum.indices { sum[index] += factor * vector[index] }
    }
}
