# patch_map.svg, drawn from patch_map.tsv. To change it, edit this file and run: gnuplot patch_map.gp
set terminal svg size 660,363 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'patch_map'
set output 'patch_map.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')
set cbrange [-0.9933:0.9933]
unset colorbox
unset key
set border 31 lw 0.5 lc rgb '#444444'
set multiplot
set label 1 'patch: patch.tsv, step 10000: median of 5 seeds' at screen 0.0364, screen 0.9394 font ',13'
set label 2 'What the probability of the changed text''s next token gains when one place of the run on the text is replaced' at screen 0.0364, screen 0.1570 font ',10' tc rgb '#555555'
set label 3 'by the same place of the run on the changed text. Null: a random row, neither changed nor asked; the model' at screen 0.0364, screen 0.1157 font ',10' tc rgb '#555555'
set label 4 'before training.' at screen 0.0364, screen 0.0744 font ',10' tc rgb '#555555'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.7686
set bmargin at screen 0.5537
set title 'stream probability' font ',11' offset 0,-0.6
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed relation 1' 1, 'entity' 2, 'relation 2' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.7686
set bmargin at screen 0.5537
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed relation 1' 1, 'entity' 2, 'relation 2' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
unset multiplot
