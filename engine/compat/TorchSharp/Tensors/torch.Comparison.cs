namespace TorchSharp;

public static partial class torch
{
    public static Tensor eq(Tensor input, Tensor target) => input.eq(target);

    public static Tensor eq_(Tensor input, Tensor target) => input.eq_(target);

    public static Tensor eq(Tensor input, Scalar target) => input.eq(target);

    public static Tensor eq_(Tensor input, Scalar target) => input.eq_(target);

    public static Tensor ne(Tensor input, Tensor target) => input.ne(target);

    public static Tensor ne_(Tensor input, Tensor target) => input.ne_(target);

    public static Tensor ne(Tensor input, Scalar target) => input.ne(target);

    public static Tensor ne_(Tensor input, Scalar target) => input.ne_(target);

    public static Tensor lt(Tensor input, Tensor target) => input.lt(target);

    public static Tensor lt_(Tensor input, Tensor target) => input.lt_(target);

    public static Tensor lt(Tensor input, Scalar target) => input.lt(target);

    public static Tensor lt_(Tensor input, Scalar target) => input.lt_(target);

    public static Tensor le(Tensor input, Tensor target) => input.le(target);

    public static Tensor le_(Tensor input, Tensor target) => input.le_(target);

    public static Tensor le(Tensor input, Scalar target) => input.le(target);

    public static Tensor le_(Tensor input, Scalar target) => input.le_(target);

    public static Tensor gt(Tensor input, Tensor target) => input.gt(target);

    public static Tensor gt_(Tensor input, Tensor target) => input.gt_(target);

    public static Tensor gt(Tensor input, Scalar target) => input.gt(target);

    public static Tensor gt_(Tensor input, Scalar target) => input.gt_(target);

    public static Tensor ge(Tensor input, Tensor target) => input.ge(target);

    public static Tensor ge_(Tensor input, Tensor target) => input.ge_(target);

    public static Tensor ge(Tensor input, Scalar target) => input.ge(target);

    public static Tensor ge_(Tensor input, Scalar target) => input.ge_(target);

    public static bool allclose(Tensor input, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => input.allclose(target, rtol, atol, equal_nan);

    public static Tensor isclose(Tensor input, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => input.isclose(other, rtol, atol, nanEqual);

    public static Tensor isin(Tensor input, Tensor test_elements, bool assumeUnique = false, bool invert = false) => input.isin(test_elements, assumeUnique, invert);

    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    public static Tensor fmax(Tensor input, Tensor other) => input.fmax(other);

    public static Tensor fmin(Tensor input, Tensor other) => input.fmin(other);

    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) => input.sort(dim, descending, stable);

    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);

    public static (Tensor values, Tensor indexes) topk(Tensor input, int k, int dim = -1, bool largest = true, bool sorted = true) => input.topk(k, dim, largest, sorted);
}
