using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

/// <param name="id">Id of the space.</param>
/// <param name="tolerance">On logits of about 1; 0 for the same bits.</param>
public abstract class SmallMixture(string id, double tolerance = 0) : MixtureConformance
{
    protected override double Tolerance => tolerance;

    protected override IMixtureSpace Create() => (IMixtureSpace)AllSpaces.Make(id, ("scale", "mini"));
}

public sealed class DartsMixture() : SmallMixture("darts");

public sealed class NasBench201Mixture() : SmallMixture("nasbench201");

public sealed class NasBenchMacroMixture() : SmallMixture("nasbench-macro");

public sealed class TfNasMixture() : SmallMixture("tf-nas", 1e-4);

/// <summary>Without sink-connecting.</summary>
public sealed class TfNasSkipMixture : MixtureConformance
{
    protected override double Tolerance => 1e-4;

    protected override IMixtureSpace Create() => (IMixtureSpace)AllSpaces.Make("tf-nas", ("scale", "mini"), ("sinkConnecting", "false"));
}

public sealed class FBNetV2Mixture() : SmallMixture("fbnetv2-f", 1e-4);

public sealed class FBNetV2FineMixture() : SmallMixture("fbnetv2-f-fine", 1e-4);

public sealed class FBNetV2PlusMixture() : SmallMixture("fbnetv2-f-plus", 1e-4);

/// <summary>Ratio 1, which has no expansion, among others, two blocks of a row, and an input wider than the output.</summary>
public sealed class FBNetV2ResolutionMixture : MixtureConformance
{
    protected override int Draws => 12;

    protected override double Tolerance => 1e-4;

    protected override IMixtureSpace Create() => (IMixtureSpace)AllSpaces.Make(
        "fbnetv2-f", ("scale", "mini"), ("macro", "8/12 1.5/2 1 1; 8/12 1/3 2 2"), ("resolutions", "15,20,28"));
}

public sealed class FBNetV2OddMixture : MixtureConformance
{
    protected override int Draws => 20;

    protected override double Tolerance => 1e-4;

    protected override IMixtureSpace Create() => (IMixtureSpace)AllSpaces.Make(
        "fbnetv2-f-plus", ("scale", "mini"), ("macro", "8/12/16 1 1 2; 8/16 0.5/1/3 2 1; 8/12 0.5/1 2 2"), ("splits", "0,1,2"));
}
