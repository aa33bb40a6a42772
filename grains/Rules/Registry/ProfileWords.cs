using System.Collections.Immutable;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Registry;

/// <summary>Fields of a profile as people write them in a sheet.</summary>
internal static class ProfileWords
{
    public static Text LevelAllowed { get; } = new(
        "国务院部门、省、市、县、乡", "ministry, province, city, county, township");

    public static Text PortalAllowed { get; } = new("是、否", "yes, no");

    /// <summary>级别; null when it is none.</summary>
    public static SiteLevel? Level(string text) => PlainText.Fold(text) switch
    {
        "国务院部门" or "国家" or "国家级" or "部委" or "ministry" => SiteLevel.Ministry,
        "省" or "省级" or "自治区" or "直辖市" or "province" => SiteLevel.Province,
        "市" or "市级" or "地市" or "地市级" or "市州" or "州" or "city" => SiteLevel.City,
        "县" or "县级" or "区" or "区县" or "县区" or "county" => SiteLevel.County,
        "乡" or "乡级" or "乡镇" or "镇" or "街道" or "township" => SiteLevel.Township,
        _ => null,
    };

    /// <summary>
    /// 级别 for a sheet that does not say it: <c>bm</c> codes belong to ministries, and the first six digits of the others are the division,
    /// whose pairs are 00 above its own level.
    /// </summary>
    public static SiteLevel LevelOf(string id) => id switch
    {
        ['b', 'm', ..] => SiteLevel.Ministry,
        [_, _, '0', '0', ..] => SiteLevel.Province,
        [_, _, _, _, '0', '0', ..] => SiteLevel.City,
        _ => SiteLevel.County,
    };

    /// <summary>是否门户; null when it is neither.</summary>
    public static bool? Portal(string text) => PlainText.Fold(text) switch
    {
        "是" or "门户" or "true" or "yes" or "y" or "1" => true,
        "否" or "非门户" or "false" or "no" or "n" or "0" => false,
        _ => null,
    };

    /// <summary>关键词, separated by any of 、；，| and their half-width forms; each once.</summary>
    public static ImmutableArray<string> Keywords(string text) =>
        [.. text.Split(['、', ';', '；', '|', '｜', ',', '，', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
