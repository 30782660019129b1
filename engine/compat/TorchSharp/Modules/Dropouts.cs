using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Dropout1d(double probability, bool inPlace) : ParameterLessModule<Tensor, Tensor>(nameof(Dropout1d))
    {
        public double p { get; set; } = probability;

        public bool inplace { get; set; } = inPlace;

        public override Tensor forward(Tensor input) => nn.functional.dropout1d(input, p, training, inplace);
    }

    public sealed class Dropout3d(double probability, bool inPlace) : ParameterLessModule<Tensor, Tensor>(nameof(Dropout3d))
    {
        public double p { get; set; } = probability;

        public bool inplace { get; set; } = inPlace;

        public override Tensor forward(Tensor input) => nn.functional.dropout3d(input, p, training, inplace);
    }

    public sealed class AlphaDropout(double probability, bool inPlace) : ParameterLessModule<Tensor, Tensor>(nameof(AlphaDropout))
    {
        public double p { get; set; } = probability;

        public bool inplace { get; set; } = inPlace;

        public override Tensor forward(Tensor input) => nn.functional.alpha_dropout(input, p, training, inplace);
    }

    public sealed class FeatureAlphaDropout(double probability, bool inPlace) : ParameterLessModule<Tensor, Tensor>(nameof(FeatureAlphaDropout))
    {
        public double p { get; set; } = probability;

        public bool inplace { get; set; } = inPlace;

        public override Tensor forward(Tensor input) => nn.functional.feature_alpha_dropout(input, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static Modules.Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static Modules.AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static Modules.FeatureAlphaDropout FeatureAlphaDropout(double p, bool inplace) => new(p, inplace);

            public static Modules.FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5) => new(p, false);

            public static partial class functional
            {
                public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    if (input.ndim == 3) return dropout2d(input, p, training, inplace);
                    using var scope = NewDisposeScope();
                    return dropout2d(input.unsqueeze(0), p, training, inplace).squeeze(0).MoveToOuterDisposeScope();
                }

                public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    dropout2d(input, p, training, inplace);

                public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    inplace
                        ? Aten.alpha_dropout_.InPlace(input, p, training).alias()
                        : Aten.alpha_dropout.Call(input, p, training);

                public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                    inplace
                        ? Aten.feature_alpha_dropout_.InPlace(input, p, training).alias()
                        : Aten.feature_alpha_dropout.Call(input, p, training);
            }
        }
    }
}
