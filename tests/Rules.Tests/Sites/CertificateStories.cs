using static Monitor.Rules.FindingCode;
using static Monitor.Rules.Priority;
using static Monitor.Rules.Tests.Sites.Telling;

namespace Monitor.Rules.Tests.Sites;

public sealed class CertificateStories
{
    private static Story Site => new(Some.Department with { Interval = TimeSpan.FromMinutes(10) });

    [Fact]
    public void Certificate_is_warned_of_at_30_15_7_and_1_days_and_when_it_ended_and_closes_when_renewed()
    {
        var end = Some.Time("12:00", 40);
        Site.At("08:00").Sees(at => Shown(at, end)).At("13:00", 40).Sees(at => Shown(at, end.AddYears(1))).At("15:00", 40)
            .Want(Between("12:00", "12:15", 10), Raises(CertificateEnding, P4, "DaysLeft30"))
            .Want(Between("12:00", "12:15", 25), Raises(CertificateEnding, P3, "DaysLeft15"))
            .Want(Between("12:00", "12:15", 33), Raises(CertificateEnding, P3, "DaysLeft7"))
            .Want(Between("12:00", "12:15", 39), Raises(CertificateEnding, P2, "DaysLeft1"))
            .Want(Between("12:00", "12:15", 40), Raises(CertificateEnding, P2, "Ended"))
            .Want(Between("13:00", "13:15", 40), Closes(CertificateEnding, "Renewed"))
            .AndNothingElse();
    }

    [Fact]
    public void Certificate_that_ended_is_told_once_as_ending_and_once_as_an_outage()
    {
        var end = Some.Time("07:00");
        Site.At("08:00").Sees(at => Some.Fails(at, FailureClass.CertificateExpired) with { Certificate = Certificate(at, end, "expired") }).At("09:00")
            .Want(Between("08:00", "08:01"), Raises(SiteDown, P2, "CertificateExpired"))
            .Want(Between("08:00", "08:01"), Raises(CertificateEnding, P2, "Ended"))
            .AndNothingElse();
    }

    [Fact]
    public void Distrusted_certificate_is_raised_at_the_second_look_and_closes_with_a_trusted_one() => Site
        .At("08:00").Sees(at => Some.Good(at) with
        {
            Failure = Some.Failure(FailureClass.CertificateInvalid), Certificate = Certificate(at, at.AddDays(100), "name mismatch"),
        }).At("09:00")
        .Want(Between("08:00:10", "08:00:31"), Raises(FindingCode.CertificateInvalid, P2, "NotTrusted"))
        .SeesGood().At("10:00").Want(Between("09:00", "09:15"), Closes(FindingCode.CertificateInvalid, "Trusted")).AndNothingElse();

    [Fact]
    public void Site_without_https_has_no_certificate_to_judge() => Site
        .At("08:00").Sees(at => Shown(at, at.AddDays(3))).At("09:00").Want(Between("08:00", "08:01"), Raises(CertificateEnding))
        .Sees(at => Some.Good(at) with { Certificate = null, Http = Some.Good(at).Http! with { FinalUrl = "http://www.hongta.gov.cn/" } }).At("10:00")
        .Want(Between("09:00", "09:15"), Closes(CertificateEnding, "NotHttps")).AndNothingElse();

    [Fact]
    public void Clock_of_a_certificate_runs_while_it_is_not_shown()
    {
        var end = Some.Time("12:00", 40);
        Site.At("08:00").Sees(at => Shown(at, end)).At("09:00").Sees(at => Some.Good(at) with { Certificate = null }).At("13:00", 10)
            .Want(Between("12:00", "12:15", 10), Raises(CertificateEnding, P4, "DaysLeft30")).AndNothingElse();
    }

    private static Observation Shown(DateTimeOffset at, DateTimeOffset end) => Some.Good(at) with { Certificate = Certificate(at, end, null) };

    private static CertificateFacts Certificate(DateTimeOffset at, DateTimeOffset end, string? problem) =>
        new("CN=www.hongta.gov.cn", "CN=Test CA", at.AddYears(-1), end, "AA", problem);
}
