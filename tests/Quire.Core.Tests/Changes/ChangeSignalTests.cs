using Quire.Core.Changes;

namespace Quire.Core.Tests.Changes;

public sealed class ChangeSignalTests
{
    private const long Organisation = 1;
    private readonly ChangeSignal _signal = new();

    [Fact]
    public void What_is_made_of_cached_pointers_is_dropped_after_them_whoever_came_first()
    {
        var dropped = new List<string>();
        _signal.SubscribeLast(_ => dropped.Add("answers"));
        _signal.Subscribe(_ => dropped.Add("pointers"));
        Tell(1);
        dropped.ShouldBe(["pointers", "answers"]);
    }

    [Fact]
    public void Nothing_is_known_before_it_is_told_where_the_organisation_stands()
    {
        _signal.Announce(new AppliedChange(Organisation, 1, 7));
        _signal.Known(Organisation).ShouldBeNull();
        Stand(7);
        _signal.Known(Organisation).ShouldBe(7);
        _signal.Known(Organisation + 1).ShouldBeNull();
    }

    [Fact]
    public void A_number_is_known_when_every_one_before_it_is()
    {
        Stand(4);
        Tell(7);
        Tell(6);
        _signal.Known(Organisation).ShouldBe(4);
        Tell(5);
        _signal.Known(Organisation).ShouldBe(7);
        Tell(3);
        _signal.Known(Organisation).ShouldBe(7);
    }

    [Fact]
    public void A_gap_takes_in_what_it_spans_and_joins_what_came_early()
    {
        Stand(4);
        Tell(6);
        Tell(9);
        Stand(8);
        _signal.Known(Organisation).ShouldBe(9);
    }

    [Fact]
    public void Numbers_that_came_early_are_forgotten_when_they_are_too_many()
    {
        Stand(0);
        for (var number = 2; number <= 1_002; number++)
            Tell(number);
        Tell(1);
        _signal.Known(Organisation).ShouldBe(1);
        Stand(1_002);
        _signal.Known(Organisation).ShouldBe(1_002);
    }

    [Fact]
    public void A_number_is_known_only_after_the_caches_have_heard_of_it()
    {
        Stand(1);
        var seen = new List<long?>();
        var next = _signal.Next;
        _signal.Subscribe(_ => seen.Add(next.IsCompleted ? null : _signal.Known(Organisation)));
        Tell(2);
        seen.ShouldBe([1]);
        _signal.Known(Organisation).ShouldBe(2);
        next.IsCompleted.ShouldBeTrue();
    }

    private void Stand(long sequence) => _signal.Announce(new AppliedChange(Organisation, null, sequence) { IsGap = true });

    private void Tell(long sequence) => _signal.Announce(new AppliedChange(Organisation, 1, sequence));
}
