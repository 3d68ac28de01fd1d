/// Help of the `supply` commands.
package enum SupplyHelp {
    package static let noun = Phrase(
        en: "Import the supply network and ask who hangs on a node.", zh: "导入供气管网，查询节点下的用户。")
    package static let importFile = Phrase(
        en: "Take in a file of supply nodes, all or nothing.", zh: "导入供气节点文件，要么全部导入，要么都不导入。")
    package static let importMore = Phrase(
        en: """
            Together with the nodes that are known the file's must form a tree: gate stations feed regulators, those \
            feed mains, those risers. Rows may stand in any order.
            """,
        zh: "文件中的节点须与已有节点构成一棵树：门站供调压站，调压站供干管，干管供立管。各行顺序不限。")
    package static let affected = Phrase(
        en: "List the households that are without gas when a node is closed.", zh: "列出关闭某节点时停气的用户。")
    package static let node = Phrase(en: "The supply node.", zh: "供气节点，例如调压站或立管。")
}
