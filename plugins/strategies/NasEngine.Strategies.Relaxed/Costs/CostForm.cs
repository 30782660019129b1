namespace NasEngine.Strategies.Relaxed;

/// <summary>How expected costs come into the loss of the architecture.</summary>
internal enum CostForm
{
    /// <summary>CE · Π a·log(1 + 1000·share)^b (FBNet, arXiv 1812.03443, eq. 2).</summary>
    Power,

    /// <summary>CE + λ·Σ share.</summary>
    Sum,

    /// <summary>CE + λ·Σ max(0, share − 1): nothing under the target.</summary>
    Excess,

    /// <summary>CE + λ·Σ |share − 1| (TF-NAS, arXiv 2008.05314, eq. 1).</summary>
    Distance,
}
