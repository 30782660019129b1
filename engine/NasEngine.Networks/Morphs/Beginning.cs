namespace NasEngine.Networks;

/// <summary>What an operation computes at first that a network has and the one it grew from has not.</summary>
public enum Beginning
{
    /// <summary>
    /// What it reads: a convolution of stride 1 or a linear layer hands its channels on (copies of them where it has more), a batch
    /// norm undoes its own normalisation (Net2Net, arXiv 1511.05641, section 2.2). A ReLU behind it must read what is not negative.
    /// </summary>
    Identity,

    /// <summary>Zeros: a batch norm of scale 0, a convolution of zeros. A sum that it is a term of begins without it.</summary>
    Zero,
}
