using System.Security.Cryptography;

namespace NasEngine.Datasets.Tests;

/// <summary>Splits by what is in examples.</summary>
public sealed class SplitTests
{
    [Fact]
    public void As_many_are_for_the_test_as_its_share_says()
    {
        var hashes = Enumerable.Range(0, 10_000).Select(number => SHA256.HashData(BitConverter.GetBytes(number))).ToArray();

        hashes.Count(hash => ContentSplit.IsTest(hash, 0.2)).Should().BeCloseTo(2000, 160, "that is four standard deviations");
        hashes.Count(hash => ContentSplit.IsTest(hash, 0)).Should().Be(0);
    }

    [Fact]
    public void A_larger_share_keeps_those_of_a_smaller_one()
    {
        var hashes = Enumerable.Range(0, 500).Select(number => SHA256.HashData(BitConverter.GetBytes(number))).ToArray();

        hashes.Where(hash => ContentSplit.IsTest(hash, 0.1)).Should().OnlyContain(hash => ContentSplit.IsTest(hash, 0.3));
    }

    [Fact]
    public void Lists_of_texts_that_join_to_one_are_told_apart() =>
        ContentSplit.Hash(["ab", "c"]).Should().NotEqual(ContentSplit.Hash(["a", "bc"]));
}
