using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Tensors with numbers. TorchSharp does not keep a <see cref="Scalar"/> alive while the native call that takes it runs, and a
/// scalar that nobody holds may be finalized in the middle of it: the call then reads another number, or throws. Here every
/// scalar is held until its call has ended. Conversions from numbers to scalars, and members of tensors that make a scalar
/// inside, are banned elsewhere (BannedSymbols.txt).
/// </summary>
public static class ScalarArithmetic
{
    private static readonly Scalar One = ((double)1).ToScalar();

    /// <summary>a + b, element by element; a new tensor.</summary>
    public static torch.Tensor Plus(this torch.Tensor tensor, torch.Tensor other) => tensor.add(other, One);

    /// <summary>a + factor·b, element by element; a new tensor.</summary>
    public static torch.Tensor Plus(this torch.Tensor tensor, torch.Tensor other, double factor)
    {
        using var scalar = factor.ToScalar();
        return tensor.add(other, scalar);
    }

    /// <summary>a ← a + b.</summary>
    public static torch.Tensor Add_(this torch.Tensor tensor, torch.Tensor other) => tensor.add_(other, One);

    /// <summary>a ← a + factor·b.</summary>
    public static torch.Tensor Add_(this torch.Tensor tensor, torch.Tensor other, double factor)
    {
        using var scalar = factor.ToScalar();
        return tensor.add_(other, scalar);
    }

    /// <summary>a ← a + number.</summary>
    public static torch.Tensor Add_(this torch.Tensor tensor, double number)
    {
        using var scalar = number.ToScalar();
        return tensor.add_(scalar, One);
    }

    /// <summary>factor·a; a new tensor.</summary>
    public static torch.Tensor Times(this torch.Tensor tensor, double factor)
    {
        using var scalar = factor.ToScalar();
        return tensor.mul(scalar);
    }

    /// <summary>a ← factor·a.</summary>
    public static torch.Tensor Multiply_(this torch.Tensor tensor, double factor)
    {
        using var scalar = factor.ToScalar();
        return tensor.mul_(scalar);
    }

    /// <summary>a ← a + factor·b·c.</summary>
    public static torch.Tensor AddProduct_(this torch.Tensor tensor, torch.Tensor left, torch.Tensor right, double factor)
    {
        using var scalar = factor.ToScalar();
        return tensor.addcmul_(left, right, scalar);
    }

    /// <summary>a ← a + factor·b/c.</summary>
    public static torch.Tensor AddQuotient_(this torch.Tensor tensor, torch.Tensor left, torch.Tensor right, double factor)
    {
        using var scalar = factor.ToScalar();
        return tensor.addcdiv_(left, right, scalar);
    }

    /// <summary>Every element becomes <paramref name="number"/>.</summary>
    public static torch.Tensor Fill_(this torch.Tensor tensor, double number)
    {
        using var scalar = number.ToScalar();
        return tensor.fill_(scalar);
    }

    /// <summary>The number in a tensor of one element, from whatever device it is on.</summary>
    public static double Number(this torch.Tensor tensor)
    {
        using var scalar = tensor.ToScalar();
        return scalar.ToDouble();
    }

    /// <summary>The whole number in a tensor of one element.</summary>
    public static long WholeNumber(this torch.Tensor tensor)
    {
        using var scalar = tensor.ToScalar();
        return scalar.ToInt64();
    }
}
