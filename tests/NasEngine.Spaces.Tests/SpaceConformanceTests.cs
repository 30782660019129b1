using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

public abstract class SmallConformance(string id) : SpaceConformance
{
    protected override int Draws => 30;

    protected override ISearchSpace Create() => AllSpaces.Make(id, ("scale", "mini"));
}

public sealed class DartsConformance() : SmallConformance("darts");

public sealed class EfficientNetConformance() : SmallConformance("efficientnet");

public sealed class EnasConformance() : SmallConformance("enas");

public sealed class FabricConformance() : SmallConformance("fabric");

public sealed class FBNetV2Conformance() : SmallConformance("fbnetv2-f");

public sealed class FBNetV2FineConformance() : SmallConformance("fbnetv2-f-fine");

public sealed class FBNetV2PlusConformance() : SmallConformance("fbnetv2-f-plus");

public sealed class MlpConformance() : SmallConformance("mlp");

public sealed class MnasNetConformance() : SmallConformance("mnasnet");

public sealed class MobileNetV2Conformance() : SmallConformance("mobilenet-v2");

public sealed class MorphismConformance() : SmallConformance("morphism");

public sealed class NasBench201Conformance() : SmallConformance("nasbench201");

public sealed class NasBenchMacroConformance() : SmallConformance("nasbench-macro");

public sealed class PnasConformance() : SmallConformance("pnas");

public sealed class TfNasConformance() : SmallConformance("tf-nas");
