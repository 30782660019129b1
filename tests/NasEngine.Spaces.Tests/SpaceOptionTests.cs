using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests;

/// <summary>An option that is taken changes something; where it would change nothing, it is not taken in silence.</summary>
public sealed class SpaceOptionTests
{
    public static TheoryData<string, string> Options
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var id in AllSpaces.Ids)
            {
                foreach (var option in AllSpaces.Options(id))
                {
                    data.Add(id, option.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_of_a_space_changes_the_space(string id, string name)
    {
        var mini = OptionBag.Empty.With("scale", "mini");

        PublishedNetworks.Differ(AllSpaces.Make(id, mini), AllSpaces.Make(id, mini.With(name, Other(id, name, mini: true)))).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void An_option_given_with_a_published_network_changes_the_network_or_is_told_to_change_nothing(string id, string name)
    {
        var given = OptionBag.Empty.With(name, Other(id, name, mini: false));
        var (usual, changed) = (AllSpaces.Make(id), AllSpaces.Make(id, given));
        foreach (var (network, description) in changed.Networks.Where(pair => !changed.References.ContainsKey(pair.Key)))
        {
            var ignored = PublishedNetworks.Ignored(network, given, bag => AllSpaces.Make(id, bag));

            ignored.Should().Equal(description.Equals(usual.Networks[network]) ? [name] : [], "of '{0}'", network);
        }
    }

    [Theory]
    [InlineData("mobilenet-v3-small", "97", 16_131_432)]
    [InlineData("mobilenet-v3-large", "225", 247_184_680)]
    public void A_published_network_takes_images_of_another_size(string name, string size, long macs) =>
        AllSpaces.Make("mobilenet-v2", ("inputSize", size)).Networks[name].Macs.Should().Be(macs);

    [Fact]
    public void A_published_network_takes_other_classes_and_channels()
    {
        var network = AllSpaces.Make("mobilenet-v2", ("classes", "7"), ("inputChannels", "1")).Networks["mobilenet-v3-small"];

        (network.Input, network.Output).Should().Be((new FeatureShape(1, 224, 224), new FeatureShape(7, 1, 1)));
    }

    [Theory]
    [InlineData("mobilenet-v2", "mobilenet-v3-small", "head", "1000")]
    [InlineData("mobilenet-v2", "mobilenet-v3-large", "widths", "0.5/1")]
    [InlineData("fbnetv2-f", "fbnetv2-f1", "inputSize", "96")]
    [InlineData("fbnetv2-f", "fbnetv2-f1", "Classes", "10")]
    public void What_does_not_change_a_published_network_is_named(string id, string network, string option, string value) =>
        PublishedNetworks.Ignored(network, OptionBag.Empty.With("inputChannels", "3").With(option, value), bag => AllSpaces.Make(id, bag))
            .Should().Equal(option);

    /// <summary>A value that an option does not have by itself.</summary>
    private static string Other(string id, string name, bool mini)
    {
        var option = AllSpaces.Options(id).Single(one => one.Name == name);
        return (name, option.Type) switch
        {
            ("scale", _) => mini ? "paper" : "mini",
            ("inputSize", _) => mini ? "24" : "64",
            ("macro", _) => option.Default.Contains(';') ? string.Join(';', option.Default.Split(';')[..^1]) : option.Default,
            ("activations", _) => "relu",
            ("bits", _) => "8",
            ("resolutions", "list") when option.Default.Length == 0 => mini ? "20,28" : "192,224",
            ("patch", _) => "7",
            ("stages" or "scales" or "partial", _) => "2",
            (_, "flag") => option.Default == "true" ? "false" : "true",
            (_, "integer") => $"{int.Parse(option.Default) + 9}",
            (_, "list") => option.Default.Split(',')[0],
            (_, "text") when option.Default.Contains('/') => option.Default[..option.Default.LastIndexOf('/')],
            _ => throw new InvalidOperationException($"Say another value of option '{name}' of space '{id}' than '{option.Default}'."),
        };
    }
}
