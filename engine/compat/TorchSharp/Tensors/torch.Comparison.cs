namespace TorchSharp;

public static partial class torch
{
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    public static Tensor eq_(Tensor left, Tensor right) => left.eq_(right);

    public static Tensor eq(Tensor left, Scalar right) => left.eq(right);

    public static Tensor eq_(Tensor left, Scalar right) => left.eq_(right);

    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    public static Tensor ne_(Tensor left, Tensor right) => left.ne_(right);

    public static Tensor ne(Tensor left, Scalar right) => left.ne(right);

    public static Tensor ne_(Tensor left, Scalar right) => left.ne_(right);

    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    public static Tensor lt_(Tensor left, Tensor right) => left.lt_(right);

    public static Tensor lt(Tensor left, Scalar right) => left.lt(right);

    public static Tensor lt_(Tensor left, Scalar right) => left.lt_(right);

    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    public static Tensor le_(Tensor left, Tensor right) => left.le_(right);

    public static Tensor le(Tensor left, Scalar right) => left.le(right);

    public static Tensor le_(Tensor left, Scalar right) => left.le_(right);

    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    public static Tensor gt_(Tensor left, Tensor right) => left.gt_(right);

    public static Tensor gt(Tensor left, Scalar right) => left.gt(right);

    public static Tensor gt_(Tensor left, Scalar right) => left.gt_(right);

    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    public static Tensor ge_(Tensor left, Tensor right) => left.ge_(right);

    public static Tensor ge(Tensor left, Scalar right) => left.ge(right);

    public static Tensor ge_(Tensor left, Scalar right) => left.ge_(right);

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => tensor.allclose(target, rtol, atol, equal_nan);

    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => tensor.isclose(other, rtol, atol, nanEqual);

    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) => tensor.isin(test_elements, assumeUnique, invert);

    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    public static Tensor fmax(Tensor input, Tensor other) => input.fmax(other);

    public static Tensor fmin(Tensor input, Tensor other) => input.fmin(other);

    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) => input.sort(dim, descending, stable);

    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);

    public static (Tensor values, Tensor indexes) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) => tensor.topk(k, dim, largest, sorted);
}
