using System.Globalization;
using Quire.Bench.Similarity;

// The prompts, the edited copies among them, and the seed. A gate: recall and precision of near-duplicates of at least 0.9 each.
var prompts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
var copies = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 500;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 42;
return await Planted.Run(prompts, copies, seed) ? 0 : 1;
