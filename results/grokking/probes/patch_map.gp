# patch_map.svg, drawn from patch_map.tsv. To change it, edit this file and run: gnuplot patch_map.gp
# As pdf: gnuplot -e "format='pdf'" patch_map.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 6.875in,3.969in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 660,381 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'patch_map'
}
set output 'patch_map'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (0 'white', 1 '#4a9fd8')
set cbrange [0:1]
set colorbox horizontal user origin screen 0.7879, screen 0.9213 size screen 0.1667, screen 0.0236
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold patch: knowledge, pool ii, difficulty 2}' at screen 0.0364, screen 0.9423 font ',13'
set label 2 'model 2 blocks of 1 head, width 64, median of 5 seeds, step 10,000' at screen 0.0364, screen 0.8898 font ',10' tc rgb '#444444'
set label 3 'What the probability of the changed text''s next token gains when one place of the run on the text is replaced' at screen 0.0364, screen 0.1496 font ',10' tc rgb '#555555'
set label 4 'by the same place of the run on the changed text. Random row: neither changed nor asked. Beside it: the model' at screen 0.0364, screen 0.1102 font ',10' tc rgb '#555555'
set label 5 'before training.' at screen 0.0364, screen 0.0709 font ',10' tc rgb '#555555'
set lmargin at screen 0.1182
set rmargin at screen 0.4818
set tmargin at screen 0.7323
set bmargin at screen 0.5276
set title 'stream probability'."\n".'n = 1,500 in 5 seeds' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed relation 1' 1, 'entity' 2, 'relation 2' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
unset label 5
set lmargin at screen 0.6000
set rmargin at screen 0.9636
set tmargin at screen 0.7323
set bmargin at screen 0.5276
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed relation 1' 1, 'entity' 2, 'relation 2' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
unset multiplot
