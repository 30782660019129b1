using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

public sealed class SupernetRulesTests
{
    private static readonly SupernetRuleSetup Setup = new(new ToySpace(), torch.CPU, Seed: 9);

    [Fact]
    public void A_rule_is_made_once_for_its_options_with_the_setup_and_keeps_its_state()
    {
        var plugin = new KeepingPlugin(reads: 2);
        using var rules = new SupernetRules(new Parts(plugin), Setup);
        rules.Of("keeping").Should().BeSameAs(rules.Of("keeping"));
        var other = new ComponentSpec("keeping", OptionBag.From(new { Start = 5 }));
        rules.Of(other).Should().NotBeSameAs(rules.Of("keeping"));
        plugin.Setups.Should().OnlyContain(setup => ReferenceEquals(setup, Setup)).And.HaveCount(2);
        ((KeepingRule)rules.Of(other)).Kept = (70, 80);

        using var again = new SupernetRules(new Parts(new KeepingPlugin(reads: 2)), Setup);
        again.Restore(Reader(Saved(rules)));
        ((KeepingRule)again.Of(other)).Kept.Should().Be((70, 80));
        Saved(again).Should().Equal(Saved(rules));
    }

    [Fact]
    public void A_checkpoint_of_layout_1_names_each_rule_and_has_what_it_kept_behind_the_name()
    {
        using var stream = new MemoryStream();
        using var state = new BinaryWriter(stream);
        state.Write(1);
        state.Write("keeping");
        state.Write(70);
        state.Write(80);
        using var rules = new SupernetRules(new Parts(new KeepingPlugin(reads: 2)), Setup);

        rules.RestoreLayout1(Reader(stream.ToArray()));

        ((KeepingRule)rules.Of("keeping")).Kept.Should().Be((70, 80));
    }

    [Fact]
    public void A_rule_that_leaves_bytes_is_named() =>
        Restoring(reads: 1).Should().Throw<InputException>().WithMessage(
            "Rule 'keeping' leaves 4 of the 8 bytes that the supernet checkpoint has for it; resume with the version of the rule that wrote it.");

    [Fact]
    public void A_rule_that_wants_more_is_named() =>
        Restoring(reads: 3).Should().Throw<InputException>().WithMessage(
            "Rule 'keeping' wants more than the 8 bytes that the supernet checkpoint has for it; resume with the version of the rule that wrote it.");

    private static Action Restoring(int reads) => () =>
    {
        using var writer = new SupernetRules(new Parts(new KeepingPlugin(reads: 2)), Setup);
        writer.Of("keeping");
        using var reader = new SupernetRules(new Parts(new KeepingPlugin(reads)), Setup);
        reader.Restore(Reader(Saved(writer)));
    };

    private static byte[] Saved(SupernetRules rules)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        rules.Save(writer);
        return stream.ToArray();
    }

    private static BinaryReader Reader(byte[] state) => new(new MemoryStream(state));

    private sealed class KeepingPlugin(int reads) : IPlugin
    {
        public List<SupernetRuleSetup> Setups { get; } = [];

        public void Register(IPluginRegistry registry) => registry.SupernetRule(
            "keeping", "Keeps two numbers", options => (int)options.Integer("start", 1, "The first"), (start, setup) =>
            {
                Setups.Add(setup);
                return new KeepingRule(start, reads);
            });
    }

    private sealed class KeepingRule(int start, int reads) : ISupernetRule
    {
        public (int First, int Second) Kept { get; set; } = (start, start + 1);

        public Measurement Train(SupernetStepContext context, CancellationToken cancellation) => new();

        public void Save(BinaryWriter state)
        {
            state.Write(Kept.First);
            state.Write(Kept.Second);
        }

        public void Restore(BinaryReader state)
        {
            var numbers = Enumerable.Range(0, reads).Select(_ => state.ReadInt32()).ToArray();
            Kept = (numbers[0], numbers[^1]);
        }

        public void Dispose()
        {
        }
    }
}
