namespace Akka;

/// <summary>The value of a task that ends without a result.</summary>
public sealed class Done
{
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
